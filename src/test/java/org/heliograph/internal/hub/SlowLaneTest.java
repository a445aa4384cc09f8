package org.heliograph.internal.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Writes that block, with real threads: two workers, and wires that are worse than all of them. */
class SlowLaneTest {
  private static final int BLOCKING = 8;

  private final CountDownLatch gate = new CountDownLatch(1);
  private final List<Thread> threads = new ArrayList<>();
  private Hub hub;

  private Hub start(int slowLane) {
    ThreadFactory factory =
        task -> {
          Thread thread = new Thread(task);
          synchronized (threads) {
            threads.add(thread);
          }
          return thread;
        };
    hub =
        new Hub(
            HubFixture.EPOCH,
            TestOptions.slowLane(slowLane),
            HubFixture.router(ChannelOptions.DEFAULTS),
            String::valueOf,
            HubListener.NONE,
            HubThreads.of(factory),
            () -> System.nanoTime() / 1_000_000);
    hub.start();
    return hub;
  }

  @AfterEach
  void stop() throws InterruptedException {
    gate.countDown();
    hub.close();
    await().until(() -> threads.stream().noneMatch(Thread::isAlive));
  }

  private TestWire open(TestWire wire) {
    HubFixture fixture = new HubFixture();
    hub.streams().open(fixture.request(Optional.empty(), Optional.empty(), "a"), wire).wake();
    await().until(() -> wire.text().contains("hg.subscribed"));
    return wire;
  }

  private void publish(int data) {
    hub.publish(hub.prepare(org.heliograph.Broadcast.to("a").data(data)));
  }

  @Test
  void writesThatBlockHoldUpNobodyElse() {
    start(BLOCKING);
    List<TestWire> bad = IntStream.range(0, BLOCKING).mapToObj(i -> open(new TestWire())).toList();
    TestWire good = open(new TestWire());
    bad.forEach(wire -> wire.blockUntil(gate));
    for (int i = 1; i <= 50; i++) {
      publish(i);
      String last = "\"data\":" + i + "}";
      await().until(() -> good.text().contains(last));
    }
    assertThat(bad).allMatch(wire -> !wire.text().contains("data\":1}"));
    gate.countDown();
    await().until(() -> bad.stream().allMatch(wire -> wire.text().contains("\"data\":50}")));
    assertThat(hub.streams().all()).hasSize(BLOCKING + 1);
  }

  @Test
  void aConnectionThatFindsTheSlowLaneFullIsClosedAndTheWorkersGoOn() throws Exception {
    start(1);
    TestWire first = open(new TestWire());
    TestWire second = open(new TestWire());
    TestWire good = open(new TestWire());
    CountDownLatch brief = new CountDownLatch(1);
    second.blockUntil(brief);
    publish(1);
    second.awaitBlocked();
    await().until(() -> good.text().contains("\"data\":1}"));
    brief.countDown(); // it is slow now, and will be drained in the slow lane
    await().until(() -> second.text().contains("\"data\":1}"));
    first.blockUntil(gate);
    publish(2);
    first.awaitBlocked();
    await().until(() -> good.text().contains("\"data\":2}"));
    await()
        .until(
            () -> {
              publish(3);
              return second.isClosed();
            });
    await().until(() -> good.text().contains("\"data\":3}"));
    assertThat(hub.streams().all()).hasSize(2);
  }
}
