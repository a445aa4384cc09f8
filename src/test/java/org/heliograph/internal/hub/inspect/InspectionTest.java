package org.heliograph.internal.hub.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.heliograph.Broadcast;
import org.heliograph.internal.hub.Hub;
import org.heliograph.internal.hub.HubBuilder;
import org.heliograph.internal.hub.HubFixture;
import org.heliograph.internal.log.ChannelState;
import org.heliograph.internal.stream.Connection;
import org.heliograph.internal.testing.TestWire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class InspectionTest {
  private final HubFixture fixture = new HubFixture();

  @Test
  void handleFindsItsStreamAndTellsNothingOfTheClientsId() {
    Connection one = fixture.open(new TestWire(), "a");
    Connection other = fixture.open(new TestWire(), "a");
    Inspection inspection = fixture.hub.inspection();

    String handle = inspection.handles().of(one.client());
    assertThat(inspection.find(handle)).contains(one);
    assertThat(inspection.find(inspection.handles().of(other.client()))).contains(other);
    assertThat(inspection.find(one.client())).isEmpty();
    assertThat(handle).hasSize(12);
    assertThat(new HubFixture().hub.inspection().handles().of(one.client())).isNotEqualTo(handle);
  }

  @Test
  void slowestSubscriberSaysHowFarAChannelIsBehind() {
    TestWire stalled = new TestWire();
    fixture.open(stalled, "a", "b");
    fixture.open(new TestWire(), "a");
    stalled.room(0);
    for (int i = 0; i < 3; i++) {
      fixture.publish("a", i);
    }
    fixture.publish("b", "once");
    fixture.run();

    assertThat(fixture.hub.inspection().behind(Set.of("a", "b", "c")))
        .containsOnly(Map.entry("a", 3L), Map.entry("b", 1L));
    stalled.room(Integer.MAX_VALUE);
    fixture.hub.inspection().streams().forEach(Connection::wake);
    fixture.run();
    assertThat(fixture.hub.inspection().behind(Set.of("a"))).containsEntry("a", 0L);
  }

  /** The hub's lock is held by a publisher whom the clock holds up. */
  @Test
  @Timeout(60)
  void whoLooksWaitsForNoLockOfDelivery() throws Exception {
    CountDownLatch locked = new CountDownLatch(1);
    CountDownLatch looked = new CountDownLatch(1);
    Thread[] publisher = new Thread[1];
    Hub hub =
        new HubBuilder()
            .clock(
                () -> {
                  if (Thread.currentThread() == publisher[0]) {
                    locked.countDown();
                    await(looked);
                  }
                  return 1;
                })
            .build();
    hub.publish(hub.prepare(Broadcast.to("a").data("before")));
    hub.open(fixture.request(Optional.empty(), Optional.empty(), "a"), new TestWire());
    publisher[0] = new Thread(() -> hub.publish(hub.prepare(Broadcast.to("a").data("held up"))));
    publisher[0].start();
    await(locked);

    Inspection inspection = hub.inspection();
    assertThat(inspection.channel("a").map(ChannelState::history).orElseThrow().events())
        .isEqualTo(1);
    assertThat(inspection.behind(Set.of("a"))).containsEntry("a", 0L);
    assertThat(inspection.streams())
        .allSatisfy(stream -> assertThat(stream.view().behind()).isZero());
    looked.countDown();
    publisher[0].join();
    assertThat(inspection.channel("a").orElseThrow().history().events()).isEqualTo(2);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(50, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
