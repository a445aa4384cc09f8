package org.heliograph.internal.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.heliograph.Broadcast;
import org.heliograph.internal.stream.Connection;
import org.heliograph.internal.stream.request.StreamRequest;
import org.heliograph.internal.testing.TestWire;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Writes that block, with real threads: two workers, and wires that are worse than all of them. */
class BlockingWritesTest {
  private static final int BLOCKING = 8;

  private final CountDownLatch gate = new CountDownLatch(1);
  private final List<Thread> threads = new ArrayList<>();
  private final HubFixture requests = new HubFixture();
  private Hub hub;

  private Thread newThread(Runnable task) {
    Thread thread = new Thread(task);
    synchronized (threads) {
      threads.add(thread);
    }
    return thread;
  }

  private void start(int slowLane) {
    hub = new HubBuilder().delivery(2, slowLane).threads(this::newThread).build();
    hub.start();
  }

  @AfterEach
  void stop() throws InterruptedException {
    gate.countDown();
    hub.close();
    awaitEndOfThreads();
  }

  private void awaitEndOfThreads() {
    await()
        .until(
            () -> {
              synchronized (threads) {
                return threads.stream().noneMatch(Thread::isAlive);
              }
            });
  }

  private static ConditionFactory await() {
    return Awaitility.await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(2));
  }

  private Connection connect(TestWire wire, String channel) {
    StreamRequest request = requests.request(Optional.empty(), Optional.empty(), channel);
    Connection connection = hub.open(request, wire);
    connection.wake();
    await().until(() -> wire.text().contains("hg.subscribed"));
    return connection;
  }

  private TestWire open(String channel) {
    TestWire wire = new TestWire();
    connect(wire, channel);
    return wire;
  }

  private void publish(String channel, int data) {
    hub.publish(hub.prepare(Broadcast.to(channel).data(data)));
  }

  private static boolean has(TestWire wire, int data) {
    return wire.text().contains("\"data\":" + data + "}");
  }

  /** As many clients as that stop reading, each of a channel of its own. */
  private void blockWorkers(int count) throws InterruptedException {
    for (int i = 0; i < count; i++) {
      TestWire bad = open("bad" + i).blockUntil(gate);
      publish("bad" + i, 1);
      bad.awaitBlocked();
    }
  }

  @Test
  void writesThatBlockHoldUpNobodyElse() {
    start(BLOCKING);
    TestWire good = open("a"); // those that came last are first
    List<TestWire> bad = IntStream.range(0, BLOCKING).mapToObj(i -> open("a")).toList();
    bad.forEach(wire -> wire.blockUntil(gate));
    for (int i = 1; i <= 50; i++) {
      int data = i;
      publish("a", data);
      await().until(() -> has(good, data));
    }
    assertThat(bad).noneMatch(wire -> has(wire, 1));
    gate.countDown();
    await().until(() -> bad.stream().allMatch(wire -> has(wire, 50)));
    assertThat(hub.connectionCount()).isEqualTo(BLOCKING + 1);
  }

  @Test
  void aConnectionThatFindsTheSlowLaneFullIsClosedAndTheWorkersGoOn() throws Exception {
    start(1);
    TestWire good = open("a"); // as above
    TestWire second = open("a");
    TestWire first = open("a");
    CountDownLatch brief = new CountDownLatch(1);
    second.blockUntil(brief);
    publish("a", 1);
    second.awaitBlocked();
    await().until(() -> has(good, 1));
    brief.countDown(); // it is slow now, and will be drained in the slow lane
    await().until(() -> has(second, 1));
    first.blockUntil(gate);
    publish("a", 2);
    first.awaitBlocked();
    await().until(() -> has(good, 2));
    await()
        .until(
            () -> {
              publish("a", 3);
              return second.isClosed();
            });
    await().until(() -> has(good, 3));
    assertThat(hub.connectionCount()).isEqualTo(2);
  }

  @Test
  void aFullSlowLaneDoesNotStopTheHub() throws Exception {
    start(1);
    TestWire good = open("good");
    blockWorkers(3); // one in the lane, one put up with after its end, one that keeps a worker
    publish("good", 7);
    await().until(() -> has(good, 7));
  }

  @Test
  void workersThatAreStillBlockedWhenTheHubClosesEndWhenTheirWritesAreInterrupted()
      throws Exception {
    start(1);
    blockWorkers(3);
    hub.close();
    awaitEndOfThreads();
    assertThat(gate.getCount()).isEqualTo(1);
  }

  @Test
  void anErrorInAWriteEndsItsStreamAndNoOther() {
    start(1);
    TestWire good = open("a"); // those that came last are first
    TestWire bad = open("a");
    bad.collapse();
    publish("a", 1);
    publish("a", 2);
    await().until(() -> has(good, 2));
    await().until(bad::isClosed);
  }

  @Test
  void closesThatBlockDoNotHoldUpOthers() {
    start(1);
    List<Connection> held =
        IntStream.range(0, 100)
            .mapToObj(i -> connect(new TestWire().blockCloseUntil(gate), "a"))
            .toList();
    TestWire good = new TestWire();
    Connection last = connect(good, "a");
    held.forEach(Connection::lost);
    last.lost();
    await().until(good::isClosed);
    assertThat(gate.getCount()).isEqualTo(1);
  }
}
