package org.heliograph.internal.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.inject.Produces;
import java.util.Map;
import org.heliograph.Channel;
import org.heliograph.ChannelAuthorizer;
import org.heliograph.Channels;
import org.jboss.weld.environment.se.WeldContainer;
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
