package org.heliograph.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.util.TypeLiteral;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.heliograph.Broadcast;
import org.heliograph.Channel;
import org.heliograph.ChannelAuthorizer;
import org.heliograph.Channels;
import org.heliograph.UnknownChannelException;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RecordingChannelsTest {
  /** A payload that JSON-B can write. */
  public record Shipped(int order) {}

  /** A payload that JSON-B cannot write. */
  public static final class Unwritable {
    private final int value = -1;

    public int getValue() {
      if (value < 0) {
        throw new IllegalStateException("below zero");
      }
      return value;
    }
  }

  private final RecordingChannels channels = RecordingChannels.of("orders/{id}", "news");

  @Test
  void whatIsSentIsRecordedAsABroadcast() {
    String first = channels.to("orders/7").except("c1").send("shipped", new Shipped(7));
    String second = channels.to("news").exceptUsers("ann").data("hello");

    assertThat(channels.sent())
        .containsExactly(
            Broadcast.to("orders/7").event("shipped").data(new Shipped(7)).except("c1"),
            Broadcast.to("news").data("hello").exceptUsers("ann"));
    assertThat(channels.sentTo("news"))
        .extracting(Broadcast::data)
        .containsOnly(Optional.of("hello"));
    channels.toOthers("news").data("hello");
    assertThat(channels.sentTo("news")).last().isEqualTo(Broadcast.toOthers("news").data("hello"));
    assertThat(second).isNotEqualTo(first);
  }

  @Test
  void clearForgetsWhatWasRecorded() {
    channels.to("news").data("hello");
    channels.revoke("ann", "news");
    channels.disconnectUser("ann");
    assertThat(channels.revocations()).containsExactly(new Revocation("ann", "news"));
    assertThat(channels.disconnected()).containsExactly("ann");

    channels.clear();

    assertThat(channels.sent()).isEmpty();
    assertThat(channels.revocations()).isEmpty();
    assertThat(channels.disconnected()).isEmpty();
  }

  @Test
  void badBroadcastThrowsWhatItThrowsInProductionAndIsNotRecorded() {
    assertThatThrownBy(() -> channels.to("order/7").data(""))
        .isInstanceOf(UnknownChannelException.class)
        .hasMessageContaining("did you mean 'orders/{id}'?");
    assertThatThrownBy(() -> channels.to("a//b").data(""))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> channels.to("news").send("hg.alert", ""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'hg.'");
    assertThatThrownBy(() -> channels.to("news").data(new Unwritable()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Unwritable");
    assertThatThrownBy(() -> channels.to("news").data("x".repeat(1 << 20)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("news");
    assertThat(channels.sent()).isEmpty();
  }

  @Test
  void broadcastToSeveralChannelsIsRecordedOnceAndFoundByEach() {
    assertThat(channels.to("orders/7", "news").data("both")).endsWith(".2");
    Broadcast both = Broadcast.to("orders/7", "news").data("both");
    assertThat(channels.sentTo("orders/7")).containsExactly(both);
    assertThat(channels.sentTo("news")).containsExactly(both);
    assertThatThrownBy(() -> channels.to("news", "nowhere").data("never"))
        .isInstanceOf(UnknownChannelException.class);
    assertThat(channels.sent()).containsExactly(both);
  }

  @Test
  void mistypedChannelDoesNotPassForSilence() {
    assertThat(channels.sentTo("orders/7")).isEmpty();
    assertThatThrownBy(() -> channels.sentTo("order/7"))
        .isInstanceOf(UnknownChannelException.class);
  }

  @Test
  void ambiguousPatternsAreRefused() {
    assertThatThrownBy(() -> RecordingChannels.of("a/{x}", "a/{y}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a/{x}");
  }

  @Test
  void whatNeedsAStreamSaysWhereToTestIt() {
    assertThat(channels.connectionCount()).isZero();
    assertThatThrownBy(() -> channels.broadcaster("news"))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessageContaining("HeliographProbe");
  }

  @Nested
  class InAContainer {
    /** What is deployed, but for the channels. */
    static class Shop {
      @Produces
      @Channel("orders/{id}")
      ChannelAuthorizer orders = ChannelAuthorizer.everyone();

      @Inject Channels channels;
      @Inject Event<Broadcast> broadcasts;
    }

    /** Declares one channel once more. */
    static class Rival {
      @Produces
      @Channel("orders/{number}")
      ChannelAuthorizer orders = ChannelAuthorizer.everyone();
    }

    private WeldContainer deploy(Class<?>... more) {
      return new Weld()
          .disableDiscovery()
          .addBeanClasses(Shop.class, RecordingChannels.class)
          .addBeanClasses(more)
          .initialize();
    }

    @Test
    void theyTakeThePlaceOfTheChannelsAndHearWhatIsFired() throws Exception {
      try (WeldContainer app = deploy()) {
        Shop shop = app.select(Shop.class).get();

        shop.channels.to("orders/1").data("sent");
        shop.broadcasts.fire(Broadcast.to("orders/2").data("fired"));
        shop.broadcasts
            .fireAsync(Broadcast.to("orders/3").data("later"))
            .toCompletableFuture()
            .get();

        assertThat(app.select(RecordingChannels.class).get().sent())
            .extracting(Broadcast::channel)
            .containsExactly("orders/1", "orders/2", "orders/3");
      }
    }

    @Test
    void whoeverFiresToAnUndeclaredChannelIsTold() {
      try (WeldContainer app = deploy()) {
        Event<Broadcast> broadcasts = app.select(new TypeLiteral<Event<Broadcast>>() {}).get();
        assertThatThrownBy(() -> broadcasts.fire(Broadcast.to("order/1")))
            .isInstanceOf(UnknownChannelException.class)
            .hasMessageContaining("did you mean 'orders/{id}'?");
      }
    }

    @Test
    void beansThatNoDeploymentWouldTakeAreRefused() {
      try (WeldContainer app = deploy(Rival.class)) {
        RecordingChannels recorded = app.select(RecordingChannels.class).get();
        assertThatThrownBy(recorded::sent)
            .hasStackTraceContaining("orders/{number}")
            .hasStackTraceContaining("HELIOGRAPH-0102");
      }
    }
  }

  @Test
  void nobodyIsNoUserNoClientAndNoChannel() {
    assertThatThrownBy(() -> channels.disconnect(null)).hasMessage("client");
    assertThatThrownBy(() -> channels.disconnectUser(null)).hasMessage("name");
    assertThatThrownBy(() -> channels.revoke(null, "news")).hasMessage("user");
    assertThatThrownBy(() -> channels.revoke("ann", null)).hasMessage("channel");
    assertThat(channels.disconnected()).isEmpty();
  }

  @Test
  void listsAreCopies() {
    List<Broadcast> before = channels.sent();
    channels.to("news").data("hello");
    assertThat(before).isEmpty();
  }
}
