package org.heliograph.internal.cluster.whole;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.heliograph.internal.cluster.node.NodeOptions;
import org.heliograph.internal.redis.RedisOptions;
import org.heliograph.internal.testing.redis.RedisServer;
import org.heliograph.internal.testing.redis.Sentinels;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Starts what a test needs, and ends all of it afterwards, the last first. */
final class WholeNodes implements BeforeEachCallback, AfterEachCallback {
  private final Logger logger = Logger.getLogger("org.heliograph");
  private final Deque<AutoCloseable> started = new ArrayDeque<>();
  private int names;

  @Override
  public void beforeEach(ExtensionContext context) {
    logger.setLevel(Level.OFF);
  }

  @Override
  public void afterEach(ExtensionContext context) throws Exception {
    while (!started.isEmpty()) {
      started.pop().close();
    }
    logger.setLevel(null);
  }

  private <T extends AutoCloseable> T started(T one) {
    started.push(one);
    return one;
  }

  RedisServer server(String... options) throws IOException {
    return started(RedisServer.start(options));
  }

  Sentinels sentinels(RedisServer primary) throws IOException {
    return started(Sentinels.watching(primary));
  }

  Valve valve(RedisServer server) throws IOException {
    return started(new Valve(server.port()));
  }

  /** {@return a node that follows the log} */
  WholeNode node(String url) {
    return node(url, WholeNode.options());
  }

  WholeNode node(String url, NodeOptions options) {
    return node(url, options, WholeNode.PATIENCE);
  }

  WholeNode node(String url, NodeOptions options, Duration patience) {
    return start(WholeNode.redis(url, options.beat(), 0, WholeNode.LOG_BYTES), options, patience);
  }

  /** {@return a node of which so many replicas have what counts as sent} */
  WholeNode confirming(String url, int replicas) {
    return start(WholeNode.redis(url, WholeNode.BEAT, replicas, WholeNode.LOG_BYTES));
  }

  /** {@return a node whose log may hold so many bytes} */
  WholeNode small(String url, long bytes) {
    return start(WholeNode.redis(url, WholeNode.BEAT, 0, bytes));
  }

  private WholeNode start(RedisOptions redis) {
    return start(redis, WholeNode.options(), WholeNode.PATIENCE);
  }

  private WholeNode start(RedisOptions redis, NodeOptions options, Duration patience) {
    names++;
    return started(new WholeNode("node0" + names, redis, options, patience)).awaitConnected();
  }
}
