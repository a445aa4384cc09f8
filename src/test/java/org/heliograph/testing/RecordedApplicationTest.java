package org.heliograph.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.util.TypeLiteral;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Map;
import org.eclipse.microprofile.config.spi.ConfigProviderResolver;
import org.heliograph.Broadcast;
import org.heliograph.Channel;
import org.heliograph.ChannelAuthorizer;
import org.heliograph.Emits;
import org.heliograph.UnknownChannelException;
import org.heliograph.internal.cdi.HeliographExtension;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;
import org.junit.jupiter.api.Test;

/** Units of an application of which they know a part. */
class RecordedApplicationTest {
  /** An event of the application's own. */
  public record Shipped(int id) {}

  /** One that no channel names. */
  public record Packed(int id) {}

  static class Orders {
    @Produces
    @Channel("orders/{id}")
    @Emits(event = "shipped", payload = Shipped.class, fired = true)
    @Emits(event = "packed", payload = Packed.class)
    ChannelAuthorizer orders = ChannelAuthorizer.everyone();
  }

  private static WeldContainer deploy(Extension... extensions) {
    return new Weld()
        .addExtensions(extensions)
        .setClassLoader(RecordedApplicationTest.class.getClassLoader())
        .disableDiscovery()
        .addBeanClasses(Orders.class, RecordingChannels.class)
        .initialize();
  }

  @Test
  void eventsOfTheApplicationsOwnAreRecordedWhereTheyAreBroadcast() {
    try (WeldContainer app = deploy()) {
      app.select(new TypeLiteral<Event<Packed>>() {}).get().fire(new Packed(1));
      Event<Shipped> shipped = app.select(new TypeLiteral<Event<Shipped>>() {}).get();
      shipped.fire(new Shipped(7));
      shipped.fireAsync(new Shipped(8)).toCompletableFuture().join();

      assertThat(app.select(RecordingChannels.class).get().sent())
          .containsExactly(
              Broadcast.to("orders/7").event("shipped").data(new Shipped(7)),
              Broadcast.to("orders/8").event("shipped").data(new Shipped(8)));
    }
  }

  @Test
  void theyAreRecordedOnceWhereHeliographItselfBroadcastsThem() {
    try (WeldContainer app = deploy(new HeliographExtension())) {
      app.select(new TypeLiteral<Event<Shipped>>() {}).get().fire(new Shipped(7));
      assertThat(app.select(RecordingChannels.class).get().sentTo("orders/7")).hasSize(1);
    }
  }

  @Test
  void settingsOfWhatTheTestLacksArePassedOver() {
    Map<String, String> settings =
        Map.of(
            "heliograph.channel.invoices-id.heartbeat", "10s",
            "heliograph.cluster.redis.url", "${REDIS_URL}",
            "heliograph.channel.extra.pattern", "extra",
            "heliograph.channel.extra.access", "everyone");
    with(settings, RecordedApplicationTest::recordWhatIsDeclared);
  }

  private static void recordWhatIsDeclared() {
    try (WeldContainer app = deploy()) {
      RecordingChannels recorded = app.select(RecordingChannels.class).get();
      recorded.to("orders/1").data("declared by a bean");
      recorded.to("extra").data("declared by settings");
      assertThat(recorded.sent()).hasSize(2);
      assertThatThrownBy(() -> recorded.to("invoices/1").data(""))
          .isInstanceOf(UnknownChannelException.class);
    }
  }

  private static void with(Map<String, String> settings, Runnable test) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    ClassLoader own = new URLClassLoader(new URL[0], before);
    SmallRyeConfig config =
        new SmallRyeConfigBuilder()
            .withSources(new PropertiesConfigSource(settings, "test", 100))
            .build();
    ConfigProviderResolver.instance().registerConfig(config, own);
    thread.setContextClassLoader(own);
    try {
      test.run();
    } finally {
      thread.setContextClassLoader(before);
      ConfigProviderResolver.instance().releaseConfig(config);
    }
  }
}
