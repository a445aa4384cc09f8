package org.heliograph.internal.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.heliograph.internal.hub.HubFixture.seen;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.heliograph.Broadcast;
import org.heliograph.internal.log.ChannelOptions;
import org.heliograph.internal.stream.Connection;
import org.heliograph.internal.testing.TestWire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResumeTest {
  private final HubFixture fixture = new HubFixture();
  private final TestWire wire = new TestWire();

  @Test
  void aNewStreamIsWelcomedAndSeesNothingOlder() {
    fixture.publish("a", 1);
    fixture.open(wire, "a");
    fixture.publish("a", 2);
    fixture.run();
    assertThat(wire.text())
        .startsWith("retry: 2000\nid: t1.1\nevent: hg.welcome\ndata: {\"client\":\"")
        .contains("\",\"position\":\"t1.1\",\"heartbeat\":25000,\"protocol\":1}\n\n");
    assertThat(seen(wire).subList(1, 3)).containsExactly("hg.subscribed {\"channel\":\"a\"}", "2");
  }

  @Test
  void exactlyWhatWasMissedIsReplayedBeforeLiveEvents() {
    String position = fixture.publish("a", 1);
    fixture.publish("a", 2);
    fixture.publish("b", "not mine");
    fixture.publish("a", 3);
    fixture.open(wire, Optional.of(position), "a");
    fixture.publish("a", 4);
    fixture.run();
    assertThat(seen(wire).subList(1, 5))
        .containsExactly(
            "hg.subscribed {\"channel\":\"a\",\"recovered\":true,\"replayed\":2}", "2", "3", "4");
  }

  @Test
  void theWelcomeOfAResumedStreamKeepsThePositionUntilTheReplayHasArrived() {
    String position = fixture.publish("a", 1);
    fixture.publish("a", 2);
    Connection connection = fixture.open(wire.room(0), Optional.of(position), "a");
    wire.room(1);
    fixture.run();
    assertThat(wire.text()).isEmpty();
    connection.wake();
    fixture.run();
    assertThat(wire.text()).contains("\nid: " + position + "\nevent: hg.welcome");
  }

  @Test
  void aPositionOfAnotherLifeReplaysTheLittleThatIsHeldAndSaysSo() {
    fixture.publish("a", 1);
    fixture.publish("a", 2);
    fixture.open(wire, Optional.of("old.77"), "a");
    assertThat(wire.text()).contains("\"position\":\"t1.0\"");
    assertThat(seen(wire).subList(1, 4))
        .containsExactly(
            "hg.subscribed {\"channel\":\"a\",\"recovered\":false,\"replayed\":2}", "1", "2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "old.77",
        "42",
        "garbage",
        "a.b.c",
        "A.1",
        "t1.-1",
        "t1.999",
        "t1.9999999999999999999"
      })
  void aPositionThatNobodyKnowsReplaysTheNewestOnlyHoweverMuchIsHeld(String position) {
    for (int i = 1; i <= 100; i++) {
      fixture.publish(i % 2 == 0 ? "a" : "b", "x".repeat(1 << 13));
    }
    fixture.publish("a", 101);
    fixture.open(wire, Optional.of(position), "a", "b", "none");
    assertThat(wire.text()).hasSizeBetween(16_000, 64 << 10).contains("\"position\":\"t1.98\"");
    List<String> seen = seen(wire);
    assertThat(seen.subList(1, 4))
        .containsExactly(
            "hg.subscribed {\"channel\":\"a\",\"recovered\":false,\"replayed\":2}",
            "hg.subscribed {\"channel\":\"b\",\"recovered\":false,\"replayed\":1}",
            "hg.subscribed {\"channel\":\"none\",\"recovered\":false,\"replayed\":0}");
    assertThat(seen).endsWith("101").hasSize(7);
  }

  @Test
  void recoveredIsFalseOnceAnEventAfterThePositionHasLeftTheHistory() {
    String position = fixture.publish("a", 1);
    fixture.publish("b", 1);
    fixture.pass(ChannelOptions.DEFAULTS.historyTtl());
    fixture.publish("a", 2);
    fixture.pass(Duration.ofSeconds(1)); // a: 1 has left, 2 is held
    fixture.open(wire, Optional.of(position), "a");
    assertThat(seen(wire).get(1)).contains("\"recovered\":true,\"replayed\":1");

    TestWire older = new TestWire();
    fixture.open(older, Optional.of("t1.0"), "a");
    assertThat(seen(older).get(1)).contains("\"recovered\":false,\"replayed\":1");
  }

  @Test
  void whatAForgottenChannelHasDroppedIsRemembered() {
    fixture.publish("a", 1);
    String position = fixture.publish("b", 2);
    fixture.publish("a", 3);
    fixture.pass(ChannelOptions.DEFAULTS.historyTtl().plusSeconds(1));
    assertThat(fixture.hub.log().channels()).isEmpty();
    fixture.open(wire, Optional.of(position), "a", "b");
    assertThat(seen(wire).subList(1, 3))
        .containsExactly(
            "hg.subscribed {\"channel\":\"a\",\"recovered\":false,\"replayed\":0}",
            "hg.subscribed {\"channel\":\"b\",\"recovered\":true,\"replayed\":0}");
  }

  @Test
  void channelsOfOneStreamComeInTheOrderInWhichTheyWereBroadcast() {
    String position = fixture.publish("c", 0);
    for (int i = 1; i <= 9; i++) {
      fixture.publish(i % 3 == 0 ? "a" : i % 3 == 1 ? "b" : "c", i);
    }
    fixture.open(wire, Optional.of(position), "a", "b", "c");
    assertThat(seen(wire).subList(4, 13))
        .containsExactly("1", "2", "3", "4", "5", "6", "7", "8", "9");
  }

  @Test
  void eventsThatLeaveAUserOutAreNotReplayedToIt() {
    Optional<String> ann = Optional.of("ann");
    TestWire other = new TestWire();
    fixture.open(wire, ann, Optional.empty(), "a");
    fixture.open(other, Optional.of("bob"), Optional.empty(), "a");
    String position = fixture.publish("a", 1);
    fixture.publish(Broadcast.to("a").data(2).exceptUsers("ann"));
    fixture.run();
    assertThat(seen(wire)).hasSize(3).endsWith("1");
    assertThat(seen(other)).endsWith("1", "2");

    TestWire again = new TestWire();
    fixture.open(again, ann, Optional.of(position), "a");
    assertThat(seen(again))
        .endsWith("hg.subscribed {\"channel\":\"a\",\"recovered\":true,\"replayed\":0}");
  }

  @Test
  void eventsThatLeaveAClientOutAreReplayedToTheStreamThatFollowsSinceItIsAnotherClient() {
    Connection first = fixture.open(wire, "a");
    String position = fixture.publish("a", 1);
    fixture.publish(Broadcast.to("a").data(2).except(first.client()));
    fixture.run();
    assertThat(seen(wire)).hasSize(3).endsWith("1");

    TestWire again = new TestWire();
    fixture.open(again, Optional.of(position), "a");
    assertThat(seen(again).subList(1, 3))
        .containsExactly(
            "hg.subscribed {\"channel\":\"a\",\"recovered\":true,\"replayed\":1}", "2");
  }
}
