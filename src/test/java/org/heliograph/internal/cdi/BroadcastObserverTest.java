package org.heliograph.internal.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import org.heliograph.Broadcast;
import org.heliograph.Channel;
import org.heliograph.ChannelAuthorizer;
import org.heliograph.Channels;
import org.heliograph.UnknownChannelException;
import org.jboss.weld.junit5.EnableWeld;
import org.jboss.weld.junit5.WeldInitiator;
import org.jboss.weld.junit5.WeldSetup;
import org.junit.jupiter.api.Test;

@EnableWeld
class BroadcastObserverTest {
  @WeldSetup
  WeldInitiator weld =
      WeldInitiator.of(
          WeldInitiator.createWeld()
              .addPackage(false, HubLifecycle.class)
              .addExtension(new HeliographExtension())
              .addBeanClass(Declarations.class));

  @Inject Event<Broadcast> broadcasts;
  @Inject Channels channels;

  static class Declarations {
    @Produces
    @Channel("news")
    ChannelAuthorizer news = ChannelAuthorizer.everyone();
  }

  @Test
  void undeclaredChannelIsToldToThePublisher() {
    assertThatThrownBy(() -> broadcasts.fire(Broadcast.to("olds").data("x")))
        .isInstanceOf(UnknownChannelException.class);
  }

  @Test
  void broadcastsTakePositionsInOrder() {
    String before = channels.to("news").data("a");
    broadcasts.fire(Broadcast.to("news").data("b"));
    String after = channels.to("news").data("c");

    assertThat(before).endsWith(".1");
    assertThat(after).endsWith(".3");
  }
}
