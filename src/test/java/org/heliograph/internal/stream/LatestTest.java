package org.heliograph.internal.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.heliograph.internal.hub.HubFixture.seen;

import java.time.Duration;
import java.util.List;
import org.heliograph.Broadcast;
import org.heliograph.internal.hub.HubFixture;
import org.heliograph.internal.hub.HubOptions;
import org.heliograph.internal.log.Batch;
import org.heliograph.internal.log.EventFormat;
import org.heliograph.internal.log.LogProbe;
import org.heliograph.internal.log.Overflow;
import org.heliograph.internal.testing.TestWire;
import org.junit.jupiter.api.Test;

/** What becomes of the newest event of each name when a client lags far behind. */
class LatestTest {
  private static final long BACKLOG = 2000;

  private final TestWire slow = new TestWire();
  private HubFixture fixture = fixture(BACKLOG, HubOptions.DEFAULTS.historyMaxBytes());
  private Connection connection;

  private static HubFixture fixture(long backlog, long most) {
    return new HubFixture(
        HubFixture.options(2, Duration.ofMinutes(5), backlog, Overflow.LATEST),
        builder -> builder.historyMaxBytes(most));
  }

  private void openAndStall() {
    connection = fixture.open(slow, "a");
    fixture.open(new TestWire(), "a");
    seen(slow);
    slow.room(0);
  }

  private List<String> caughtUp() {
    slow.room(1000);
    connection.wake();
    fixture.run();
    return seen(slow);
  }

  private void publish(String event, Object data) {
    fixture.publish(Broadcast.to("a").event(event).data(data));
    fixture.run();
  }

  @Test
  void aNewerEventThatLeavesTheClientOutDoesNotReplaceAnOlderOne() {
    openAndStall();
    publish("rare", 11);
    fixture.publish(Broadcast.to("a").event("rare").data(12).except(connection.client()));
    for (int i = 13; i < 40; i++) {
      publish("odd", i);
    }
    assertThat(caughtUp()).containsExactly("11", "39");
  }

  @Test
  void eventsOfOneNameThatEachLeaveSomebodyElseOutReplaceOneAnother() {
    openAndStall();
    fixture.publish(Broadcast.to("a").event("typing").data(1));
    fixture.publish(Broadcast.to("a").event("typing").data(2).except("other"));
    for (int i = 3; i < 200; i++) {
      String typist = i == 150 ? connection.client() : "c" + i;
      fixture.publish(Broadcast.to("a").event("typing").data(i).except(typist));
      fixture.run();
    }
    fixture.publish(Broadcast.to("a").event("typing").data(200).except(connection.client()));
    for (int i = 201; i < 240; i++) {
      publish("odd", i);
    }
    assertThat(LogProbe.owed(fixture.log(), "a")).contains(199L, 200L).hasSize(3);
    assertThat(caughtUp()).containsExactly("199", "239");
  }

  @Test
  void whatComesAndGoesWhileABatchIsMadeIsNotLost() {
    openAndStall();
    long head = fixture.log().head(); // as a drain reads it that is then overtaken
    publish("rare", "rare");
    for (int i = 0; i < 10; i++) {
      publish("odd", i);
    }
    mergeUpTo(head);
    assertThat(caughtUp()).containsExactly("\"rare\"", "9");
  }

  @Test
  void whatIsBeyondTheHeadOfABatchOutlastsALaterOverflow() {
    openAndStall();
    long head = fixture.log().head();
    publish("rare", "rare");
    for (int i = 0; i < 20; i++) {
      publish("odd", i);
      mergeUpTo(head);
    }
    assertThat(caughtUp()).startsWith("\"rare\"").endsWith("19");
  }

  private void mergeUpTo(long head) {
    Batch batch = new Batch();
    batch.reset(EventFormat.ENVELOPE, false);
    FrameMerger merger = new FrameMerger();
    merger.plan(connection.state().subscriptions().cursors(() -> 0), Long.MAX_VALUE);
    merger.merge(batch, head);
    assertThat(batch.isEmpty()).isTrue();
  }

  @Test
  void aClientThatLagsAgainWhileItCatchesUpStillGetsTheRest() {
    openAndStall();
    slow.single();
    publish("rare", 1);
    publish("other", 2);
    for (int i = 3; i < 40; i++) {
      publish("odd", i);
    }
    slow.room(1);
    connection.wake();
    fixture.run();
    assertThat(seen(slow)).containsExactly("1");
    for (int i = 40; i < 80; i++) {
      publish("odd", i);
    }
    assertThat(caughtUp()).containsExactly("2", "79");
  }

  @Test
  void aClientIsToldThatMoreNamesWereDroppedThanTheBacklogCouldOwe() {
    openAndStall();
    int names = 100;
    for (int i = 0; i < names; i++) {
      publish("n" + i, i);
    }
    List<String> caughtUp = caughtUp();
    assertThat(caughtUp.get(0)).startsWith("hg.gap {\"channel\":\"a\",\"missed\":");
    int missed = Integer.parseInt(caughtUp.get(0).replaceAll("\\D", ""));
    int received = caughtUp.size() - 1;
    assertThat(received).isLessThan(names);
    assertThat(missed).isBetween(names - received, names);
    assertThat(caughtUp).endsWith("98", "99");
  }

  @Test
  void aNewerEventOfANameThatIsOwedNeedsNoMoreRoom() {
    fixture = fixture(1000, HubOptions.DEFAULTS.historyMaxBytes());
    openAndStall();
    for (int i = 0; i < 20; i++) {
      publish("n" + i % 2, i);
    }
    assertThat(caughtUp()).containsExactly("18", "19");
  }

  @Test
  void whatIsHeldAndOwedIsNoMoreThanTheHubMayHold() {
    long most = 20_000;
    fixture = fixture(1 << 20, most);
    openAndStall();
    String large = "x".repeat(2000);
    for (int i = 0; i < 100; i++) {
      publish("n" + i % 50, large);
      assertThat(LogProbe.weight(fixture.log(), "a")).isLessThan(most);
    }
    assertThat(caughtUp().get(0)).startsWith("hg.gap");
  }

  @Test
  void whatIsOwedOfManyChannelsGivesWayWhenTheHubHoldsTooMuch() {
    fixture = fixture(1 << 20, 20_000);
    for (int i = 0; i < 20; i++) {
      fixture.open(new TestWire().room(0), "c" + i);
      fixture.publish("c" + i, "x".repeat(2000));
    }
    fixture.open(slow, "a");
    publish("odd", 1);
    fixture.run();
    assertThat(seen(slow)).endsWith("1");
  }
}
