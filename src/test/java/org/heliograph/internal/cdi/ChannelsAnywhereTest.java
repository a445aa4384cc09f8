package org.heliograph.internal.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.SessionScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.heliograph.Channel;
import org.heliograph.ChannelAuthorizer;
import org.heliograph.Channels;
import org.heliograph.Cluster;
import org.heliograph.streams.EventStreams;
import org.jboss.weld.environment.se.WeldContainer;
import org.jboss.weld.proxy.WeldClientProxy;
import org.junit.jupiter.api.Test;

/** Channels on any thread. */
class ChannelsAnywhereTest {
  static class Declarations {
    @Produces
    @Channel("{name}")
    ChannelAuthorizer all = ChannelAuthorizer.everyone();
  }

  /** A payload that sees which class loader it is encoded with. */
  public static final class Beholder {
    private ClassLoader seen;

    public String getName() {
      seen = Thread.currentThread().getContextClassLoader();
      return "beholder";
    }
  }

  /** A bean whose scope is one that may be stored. */
  @SessionScoped
  @SuppressWarnings(
      "serial") // what is injected may be stored, whatever the types of the fields say
  static class Stored implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject Channels channels;
    @Inject EventStreams streams;
    @Inject Cluster cluster;
  }

  /** What the hub needs when it is made, and has channels injected all the same. */
  @ApplicationScoped
  static class Entangled {
    @Inject Channels channels;
    @Inject EventStreams streams;
    @Inject Cluster cluster;

    @Produces
    @Channel("entangled")
    ChannelAuthorizer all = ChannelAuthorizer.everyone();

    @Produces Jsonb jsonb = JsonbBuilder.create();
  }

  @Test
  void channelsAndStreamsAreInjectedWithoutAClientProxySinceThoseOfPayaraNeedAClassLoader() {
    try (WeldContainer app = Containers.of(Declarations.class)) {
      for (Class<?> type : List.of(Channels.class, EventStreams.class, Cluster.class)) {
        Object injected = app.select(type).get();

        assertThat(injected).isNotInstanceOf(WeldClientProxy.class);
        assertThat(app.select(type).get()).isSameAs(injected);
      }
    }
  }

  @Test
  void beansOfWhichTheHubIsMadeMayHaveChannelsInjected() {
    try (WeldContainer app = Containers.of(Map.of(), Entangled.class)) {
      assertThat(app.select(Channels.class).get().to("entangled").data(List.of("x")))
          .endsWith(".1");
    }
  }

  @Test
  void beanThatIsStoredMayHoldChannelsAndStreams() throws Exception {
    try (WeldContainer app = Containers.of(Declarations.class, Stored.class)) {
      for (Class<?> type : List.of(Channels.class, EventStreams.class, Cluster.class)) {
        Object injected = app.select(type).get();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new ObjectOutputStream(bytes).writeObject(injected);

        assertThat(
                new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject())
            .isSameAs(injected);
      }
    }
  }

  @Test
  void payloadIsEncodedWithTheApplicationsClassLoaderOnAnyThread() throws Exception {
    try (WeldContainer app = Containers.of(Map.of(), Declarations.class)) {
      Channels channels = app.select(Channels.class).get();
      Beholder beholder = new Beholder();
      Thread orphan = new Thread(() -> channels.to("a").data(beholder));
      orphan.setContextClassLoader(null);
      orphan.start();
      orphan.join();

      assertThat(beholder.seen).isNotNull().isNotSameAs(getClass().getClassLoader());
    }
  }
}
