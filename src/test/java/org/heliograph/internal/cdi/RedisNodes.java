package org.heliograph.internal.cdi;

import static org.awaitility.Awaitility.await;

import jakarta.enterprise.inject.Produces;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.heliograph.Channel;
import org.heliograph.ChannelAuthorizer;
import org.heliograph.Channels;
import org.heliograph.Cluster;
import org.heliograph.internal.testing.redis.RedisServer;
import org.jboss.weld.environment.se.WeldContainer;

/** A real Redis, and applications that share a log there. */
final class RedisNodes implements AutoCloseable {
  private final RedisServer redis;

  static class Declarations {
    @Produces
    @Channel("{name}")
    ChannelAuthorizer all = ChannelAuthorizer.everyone();
  }

  RedisNodes() throws IOException {
    redis = RedisServer.start();
  }

  RedisServer redis() {
    return redis;
  }

  /** Deploys one more application, which is closed by whoever asks for it, and awaits its node. */
  WeldContainer node(String... more) {
    Map<String, String> settings = new HashMap<>();
    settings.put("heliograph.cluster.engine", "redis");
    settings.put("heliograph.cluster.name", "test");
    settings.put("heliograph.cluster.redis.url", redis.url());
    settings.put("heliograph.cluster.beat", "250ms");
    for (int i = 0; i < more.length; i += 2) {
      settings.put(more[i], more[i + 1]);
    }
    WeldContainer app = Containers.of(settings, Declarations.class);
    await().until(() -> cluster(app).connected());
    return app;
  }

  static Cluster cluster(WeldContainer app) {
    return app.select(Cluster.class).get();
  }

  static Channels channels(WeldContainer app) {
    return app.select(Channels.class).get();
  }

  @Override
  public void close() {
    redis.close();
  }
}
