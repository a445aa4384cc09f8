package org.heliograph.internal.hub.emitted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.logging.StreamHandler;
import org.heliograph.Broadcast;
import org.heliograph.internal.hub.HubFixture;
import org.heliograph.internal.log.ChannelOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is refused, and warned of, while an application is developed. */
class CheckedBroadcastsTest {
  private final Logger logger = Logger.getLogger("org.heliograph");
  private final List<String> said = new ArrayList<>();
  private final Handler handler =
      new StreamHandler() {
        @Override
        public synchronized void publish(LogRecord record) {
          said.add(new SimpleFormatter().formatMessage(record));
        }
      };

  @BeforeEach
  void listen() {
    logger.addHandler(handler);
  }

  @AfterEach
  void listenNoMore() {
    logger.removeHandler(handler);
  }

  private static HubFixture emitting(EmittedEvent... events) {
    return new HubFixture(ChannelOptions.DEFAULTS, builder -> builder.emitting(events));
  }

  private static HubFixture orders() {
    return emitting(
        new EmittedEvent("placed", Number.class), new EmittedEvent("message", String.class));
  }

  @Test
  void whatTheChannelSaysIsSent() {
    HubFixture fixture = orders();
    assertThat(fixture.publish(Broadcast.to("a").event("placed").data(7))).isEqualTo("t1.1");
    assertThat(fixture.publish(Broadcast.to("a").event("placed").data(7L))).isEqualTo("t1.2");
    assertThat(fixture.publish(Broadcast.to("a").data("text"))).isEqualTo("t1.3");
    assertThat(fixture.publish(Broadcast.to("a").event("message").data("as clients call it")))
        .isEqualTo("t1.4");
  }

  @Test
  void anEventOfAnotherNameIsRefusedWithBoth() {
    assertThatThrownBy(() -> orders().publish(Broadcast.to("a").event("shipped").data(7)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Event 'shipped' with a payload of java.lang.Integer was to go to channel 'a', but @Emits on"
                + " \"{name}\" says nothing of it, only of 'message' with java.lang.String, 'placed' with"
                + " java.lang.Number");
  }

  @Test
  void aPayloadOfAnotherTypeIsRefusedWithBoth() {
    HubFixture fixture = orders();
    assertThatThrownBy(() -> fixture.publish(Broadcast.to("a").event("placed").data("7")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Event 'placed' with a payload of java.lang.String was to go to channel 'a', but @Emits on"
                + " \"{name}\" says that its payload is java.lang.Number");
    assertThatThrownBy(() -> fixture.publish(Broadcast.to("b", "a")))
        .hasMessageContaining("Event 'message' with no payload was to go to channel 'b'");
    assertThat(fixture.publish(Broadcast.to("a").data(""))).isEqualTo("t1.1");
  }

  @Test
  void aCollectionIsAnArrayOfWhatItHolds() {
    HubFixture fixture = emitting(new EmittedEvent("sums", int[].class));
    Broadcast sums = Broadcast.to("a").event("sums");
    assertThat(fixture.publish(sums.data(Arrays.asList(7, null)))).isEqualTo("t1.1");
    assertThat(fixture.publish(sums.data(Set.of(8)))).isEqualTo("t1.2");
    assertThatThrownBy(() -> fixture.publish(sums.data(List.of(9, 10L))))
        .hasMessageContaining("says that its payload is int[]");
  }

  @Test
  void aChannelThatSaysNothingCarriesAnything() {
    assertThat(emitting().publish(Broadcast.to("a").event("any").data(7))).isEqualTo("t1.1");
  }

  @Test
  void anEventWithoutAPayloadIsSaidToHaveNone() {
    HubFixture fixture = emitting(new EmittedEvent("done", Void.class));
    assertThat(fixture.publish(Broadcast.to("a").event("done"))).isEqualTo("t1.1");
    assertThatThrownBy(() -> fixture.publish(Broadcast.to("a").event("done").data(7)))
        .hasMessageContaining("says that its payload is java.lang.Void");
  }

  @Test
  void largeEventsAreWarnedOfOncePerType() {
    HubFixture fixture = emitting();
    fixture.publish("a", "x".repeat(32 * 1024 - 100));
    assertThat(said).isEmpty();

    fixture.publish("a", "x".repeat(40_000));
    fixture.publish("b", "x".repeat(50_000));

    assertThat(said)
        .singleElement()
        .asString()
        .startsWith("HELIOGRAPH-0010: An event of java.lang.String for \"{name}\" takes 400");
  }

  @Test
  void nothingIsCheckedUnlessTheApplicationIsDeveloped() {
    HubFixture fixture = new HubFixture();
    fixture.publish("a", "x".repeat(50_000));
    assertThat(said).isEmpty();
  }
}
