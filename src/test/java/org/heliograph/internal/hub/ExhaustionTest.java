package org.heliograph.internal.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.heliograph.internal.hub.HubFixture.seen;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.heliograph.Broadcast;
import org.heliograph.internal.delivery.DeliveryOptions;
import org.heliograph.internal.stream.Connection;
import org.heliograph.internal.testing.TestWire;
import org.junit.jupiter.api.Test;

/** The server can make no thread for a moment: only the stream that needed it is lost. */
class ExhaustionTest {
  private final AtomicBoolean exhausted = new AtomicBoolean();
  private final AtomicLong now = new AtomicLong();
  private final HubFixture requests = new HubFixture();
  private final TestWire good = new TestWire();

  @Test
  void aStreamForWhichTheSlowLaneHasNoThreadIsClosedAndTheOthersGoOn() {
    Hub hub = hub(Thread::new, this::execute, Runnable::run);
    TestWire bad = new TestWire();
    open(hub, bad).writes().blocked();
    open(hub, good);
    exhausted.set(true);
    publish(hub, 1);
    publish(hub, 2);
    assertThat(seen(good)).endsWith("1", "2");
    assertThat(bad.isClosed()).isTrue();
    assertThat(hub.connectionCount()).isEqualTo(1);
  }

  @Test
  void aStreamThatCannotBeClosedIsForgottenAndTheOthersBeat() {
    Hub hub = hub(Thread::new, Runnable::run, this::execute);
    open(hub, new TestWire().room(0));
    open(hub, good);
    publish(hub, 1);
    assertThat(seen(good)).endsWith("1");
    exhausted.set(true);
    now.addAndGet(30_001);
    hub.heartbeats().tick();
    hub.fanOut().runAll();
    assertThat(seen(good)).containsExactly(": hb");
    assertThat(hub.connectionCount()).isEqualTo(1);
  }

  @Test
  void aBlockedWorkerIsReplacedAsSoonAsThereIsAThread() throws Exception {
    CountDownLatch gate = new CountDownLatch(1);
    Hub hub = new HubBuilder().threads(this::newThread).build();
    hub.start();
    try {
      exhausted.set(true);
      for (int i = 0; i < DeliveryOptions.DEFAULTS.workers(); i++) {
        TestWire bad = new TestWire();
        open(hub, bad).wake();
        await().until(() -> bad.text().contains("hg.subscribed"));
        bad.blockUntil(gate);
      }
      hub.publish(hub.prepare(Broadcast.to("a").data(1)));
      open(hub, good).wake();
      await().until(() -> good.text().contains("hg.subscribed"));
      assertThat(exhausted).isFalse();
    } finally {
      gate.countDown();
      hub.close();
    }
  }

  private Hub hub(ThreadFactory factory, Executor slowLane, Executor closer) {
    return new HubBuilder().threads(factory, slowLane, closer).clock(now::get).build();
  }

  private Connection open(Hub hub, TestWire wire) {
    return hub.open(requests.request(Optional.empty(), Optional.empty(), "a"), wire);
  }

  private static void publish(Hub hub, int data) {
    hub.publish(hub.prepare(Broadcast.to("a").data(data)));
    hub.fanOut().runAll();
  }

  private void execute(Runnable task) {
    failOnce();
    task.run();
  }

  private Thread newThread(Runnable task) {
    failOnce();
    return new Thread(task);
  }

  private void failOnce() {
    if (exhausted.getAndSet(false)) {
      throw new OutOfMemoryError("unable to create native thread");
    }
  }
}
