package org.heliograph.internal.eventstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.heliograph.SseEvent;
import org.heliograph.internal.eventstream.life.Outbox;
import org.heliograph.internal.testing.TestSink;
import org.heliograph.streams.EventOutput;
import org.heliograph.streams.EventStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WrittenByHandTest {
  private final StreamsFixture fixture = new StreamsFixture();
  private final AtomicReference<EventOutput> out = new AtomicReference<>();
  private final AtomicInteger closed = new AtomicInteger();

  @AfterEach
  void close() throws Exception {
    fixture.close();
  }

  /** Something that JSON-B does not turn into JSON. */
  public static final class Unwritable {
    /** Fails. */
    public int getValue() {
      return Integer.parseInt("x");
    }
  }

  private EventStream manual(TestSink sink) {
    return fixture
        .to(sink)
        .manual(
            output -> {
              out.set(output);
              output.onClose(closed::incrementAndGet);
            });
  }

  private static void awaitEnd(EventStream stream) {
    stream.ended().toCompletableFuture().join();
  }

  @Test
  void whatWasSentBeforeTheEndStillArrives() {
    TestSink sink = TestSink.holding();
    EventStream stream = manual(sink);
    CompletableFuture<Boolean> first = out.get().send(1).toCompletableFuture();
    out.get().comment("c");
    out.get().close();
    assertThat(out.get().isOpen()).isFalse();
    assertThat(out.get().send(2).toCompletableFuture().join()).isFalse();
    fixture.deliverUntilEnd(sink, stream);
    assertThat(sink.sent()).containsExactly(": heliograph", "1", ": c");
    assertThat(first.join()).isTrue();
    assertThat(closed).hasValue(1);
    out.get().onClose(closed::incrementAndGet);
    assertThat(closed).hasValue(2);
  }

  @Test
  void badItemIsRefusedAndTheStreamGoesOn() {
    TestSink sink = TestSink.delivering();
    EventStream stream = manual(sink);
    assertThatThrownBy(() -> out.get().send(null)).isInstanceOf(NullPointerException.class);
    assertThatThrownBy(() -> out.get().send(SseEvent.named("x")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("needs data");
    assertThatThrownBy(() -> out.get().send(new Unwritable()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("JSON-B");
    out.get().send("still");
    out.get().close();
    awaitEnd(stream);
    assertThat(sink.data()).isEqualTo("\"still\"");
  }

  @Test
  void readerThatIsTooFarBehindIsToldSo() {
    TestSink sink = TestSink.holding();
    EventStream stream = manual(sink);
    await().until(() -> sink.underWay() == 1);
    List<CompletableFuture<Boolean>> sent = new ArrayList<>();
    for (int i = 0; i <= ManualOutput.CAPACITY; i++) {
      sent.add(out.get().send(i).toCompletableFuture());
    }
    assertThat(stream.isRunning()).isFalse();
    fixture.deliverUntilEnd(sink, stream);
    assertThat(sink.data())
        .isEqualTo("{\"message\":\"The reader is more than 256 events behind\"}");
    assertThat(sent).allMatch(one -> !one.join());
    assertThat(closed).hasValue(1);
  }

  @Test
  void idleClientGetsHeartbeats() {
    TestSink sink = TestSink.delivering();
    manual(sink);
    await().until(() -> sink.sent().size() == 1);
    await()
        .until(
            () -> { // the writer may note its first write only now
              fixture.pass(StreamsFixture.HEARTBEAT);
              return sink.sent().contains(": hb");
            });
  }

  @Test
  void beatIsLeftOutForAClientThatIsNotReady() {
    TestSink sink = TestSink.holding();
    AtomicInteger sampled = new AtomicInteger();
    fixture.to(sink).every(Duration.ofMillis(1), sampled::incrementAndGet);
    await().until(() -> sampled.get() == 1);
    sink.arrive();
    await().until(() -> sink.underWay() == 1 && sampled.get() == 2);
    sink.fail(new IOException("gone"));
    await().until(() -> fixture.streams.count() == 0);
    assertThat(sampled.get()).isLessThanOrEqualTo(2);
  }

  /** A publisher that does what the test says. */
  private static final class Manual implements Flow.Publisher<Integer>, Flow.Subscription {
    final AtomicReference<Flow.Subscriber<? super Integer>> subscriber = new AtomicReference<>();
    final AtomicInteger requested = new AtomicInteger();
    final AtomicInteger cancelled = new AtomicInteger();

    @Override
    public void subscribe(Flow.Subscriber<? super Integer> subscriber) {
      this.subscriber.set(subscriber);
      subscriber.onSubscribe(this);
    }

    @Override
    public void request(long n) {
      requested.addAndGet((int) n);
    }

    @Override
    public void cancel() {
      cancelled.incrementAndGet();
    }
  }

  @Test
  void publisherIsAskedForOneItemAtATimeAndCancelledWhenTheClientGoes() {
    TestSink sink = TestSink.holding();
    Manual publisher = new Manual();
    EventStream stream = fixture.to(sink).from(publisher);
    for (int i = 1; i <= Outbox.AHEAD; i++) {
      int count = i;
      await().until(() -> publisher.requested.get() == count);
      publisher.subscriber.get().onNext(i);
    }
    assertThat(publisher.requested).hasValue(Outbox.AHEAD);
    sink.arrive();
    await().until(() -> publisher.requested.get() == Outbox.AHEAD + 1);
    sink.fail(new IOException("gone"));
    awaitEnd(stream);
    assertThat(publisher.cancelled).hasValue(1);
  }

  @Test
  void failureOfAPublisherEndsTheStream() {
    TestSink sink = TestSink.delivering();
    Manual publisher = new Manual();
    EventStream stream = fixture.to(sink).from(publisher);
    await().until(() -> publisher.requested.get() == 1);
    publisher.subscriber.get().onError(new IOException("the password is 1234"));
    awaitEnd(stream);
    assertThat(sink.data()).isEqualTo("{\"message\":\"The stream failed\"}");
    publisher.subscriber.get().onNext(1);
    publisher.subscriber.get().onComplete();
    assertThat(sink.data()).doesNotContain("1\n");
  }

  @Test
  void noThreadIsLeftWhenTheApplicationHasStopped() throws Exception {
    fixture.to(TestSink.delivering()).every(Duration.ofMillis(1), () -> 1);
    fixture
        .to(TestSink.holding())
        .progress(
            progress -> {
              new CountDownLatch(1).await();
              return null;
            });
    fixture.close();
    await().until(() -> fixture.living().isEmpty());
  }
}
