package org.heliograph.internal.eventstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.heliograph.internal.testing.TestSink;
import org.heliograph.streams.EventOutput;
import org.heliograph.streams.EventStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Streams when threads are short, the application stops, or the application's code misbehaves. */
class HardTimesTest {
  private final StreamsFixture fixture = new StreamsFixture();
  private final AtomicInteger closed = new AtomicInteger();

  @AfterEach
  void close() throws Exception {
    fixture.close();
  }

  private static void awaitEnd(EventStream stream) {
    stream.ended().toCompletableFuture().join();
  }

  private EventOutput manual(TestSink sink) {
    AtomicReference<EventOutput> out = new AtomicReference<>();
    fixture.to(sink).manual(out::set);
    return out.get();
  }

  @Test
  void whoeverWaitsForOneEventInTheCallbackOfAnotherHoldsUpNobody() {
    EventOutput out = manual(TestSink.delivering());
    List<CompletableFuture<Boolean>> second =
        Stream.generate(CompletableFuture<Boolean>::new).limit(50).toList();
    for (CompletableFuture<Boolean> one : second) {
      out.send("a").thenAccept(sent -> one.complete(out.send("b").toCompletableFuture().join()));
    }
    assertThat(second).allMatch(CompletableFuture::join);
  }

  @Test
  void whatWasSentBeforeTheEndArrivesWhateverIsSentAfterwards() {
    TestSink sink = TestSink.holding();
    AtomicReference<EventOutput> out = new AtomicReference<>();
    EventStream stream = fixture.to(sink).manual(out::set);
    for (int i = 0; i < ManualOutput.CAPACITY; i++) {
      out.get().send(i);
    }
    out.get().close();
    assertThat(out.get().send("late").toCompletableFuture().join()).isFalse();
    fixture.deliverUntilEnd(sink, stream);
    assertThat(sink.data().lines()).hasSize(ManualOutput.CAPACITY);
  }

  @Test
  void eventWhoseWriteFailsWasNotSent() {
    TestSink closedByServer = TestSink.holding();
    EventOutput out = manual(closedByServer);
    await().until(() -> closedByServer.underWay() == 1);
    CompletableFuture<Boolean> sent = out.send(1).toCompletableFuture();
    closedByServer.close(); // the next send throws
    closedByServer.arrive();
    assertThat(sent.join()).isFalse();
  }

  @Test
  void readerThatStandsStillWhenTheApplicationStopsIsClosedOnceItsWriteIsOver() throws Exception {
    TestSink sink = TestSink.holding();
    EventStream stream = fixture.to(sink).from(Stream.generate(() -> 1));
    await().until(() -> sink.underWay() == 1);
    fixture.stop();
    awaitEnd(stream);
    assertThat(fixture.streams.count()).isZero();
    sink.arrive();
    await().until(() -> sink.closes() == 1);
  }

  @Test
  void interruptedStopLeavesNoThread() {
    fixture.to(TestSink.holding()).from(Stream.generate(() -> 1));
    Thread.currentThread().interrupt();
    assertThatThrownBy(fixture::stop).isInstanceOf(InterruptedException.class);
    await().until(() -> fixture.streams.count() == 0);
  }

  @Test
  void streamThatGetsNoThreadIsRefusedAndLeavesNothing() {
    TestSink sink = TestSink.delivering();
    TestSink other = TestSink.delivering();
    fixture.to(other).every(Duration.ofHours(1), () -> 1); // for the timer
    await().until(() -> other.data().equals("1"));
    fixture.exhausted = true;
    assertThatThrownBy(
            () -> fixture.to(sink).from(Stream.generate(() -> 1).onClose(closed::incrementAndGet)))
        .isInstanceOf(OutOfMemoryError.class);
    assertThat(closed).hasValue(1);
    fixture.exhausted = false;
    assertThat(fixture.streams.count()).isEqualTo(1);
  }

  @Test
  void endIsToldAfterTheStreamIsCountedNoMoreAndAllItsCodeHasReturned() {
    TestSink sink = TestSink.delivering();
    AtomicInteger count = new AtomicInteger(-1);
    AtomicBoolean returned = new AtomicBoolean();
    EventStream stream =
        fixture
            .to(sink)
            .manual(
                out -> {
                  out.close();
                  await().until(() -> sink.closes() == 1);
                  assertThat(fixture.streams.count()).isEqualTo(1);
                  returned.set(true);
                });
    stream.ended().thenRun(() -> count.set(fixture.streams.count())).toCompletableFuture().join();
    assertThat(count).hasValue(0);
    assertThat(returned).isTrue();
  }

  @Test
  void codeOfTheApplicationRunsInTheClassLoaderOfWhoeverBeganTheStream() {
    ClassLoader loader = new ClassLoader(getClass().getClassLoader()) {};
    ClassLoader before = Thread.currentThread().getContextClassLoader();
    AtomicReference<ClassLoader> seen = new AtomicReference<>();
    Thread.currentThread().setContextClassLoader(loader);
    EventStream stream;
    try {
      stream =
          fixture
              .to(TestSink.delivering())
              .progress(
                  progress -> {
                    seen.set(Thread.currentThread().getContextClassLoader());
                    return null;
                  });
    } finally {
      Thread.currentThread().setContextClassLoader(before);
    }
    awaitEnd(stream);
    assertThat(seen).hasValue(loader);
  }

  /** An iterable whose iterator has to be closed, by a thread that is not interrupted. */
  private final class Cursors implements Iterable<Integer> {
    @Override
    public Iterator<Integer> iterator() {
      return new Cursor();
    }
  }

  private final class Cursor implements Iterator<Integer>, AutoCloseable {
    @Override
    public boolean hasNext() {
      return true;
    }

    @Override
    public Integer next() {
      return 1;
    }

    @Override
    public void close() {
      closed.addAndGet(Thread.currentThread().isInterrupted() ? 100 : 1);
    }
  }

  @Test
  void iteratorOfAnIterableIsClosedByAThreadThatIsNotInterrupted() {
    TestSink sink = TestSink.holding();
    EventStream stream = fixture.to(sink).from(new Cursors());
    await().until(() -> sink.underWay() == 1);
    sink.fail(new IOException("gone"));
    awaitEnd(stream);
    assertThat(closed).hasValue(1);
  }

  @Test
  void cleanUpThatFailsKeepsNoOtherFromItsTurn() {
    TestSink sink = TestSink.delivering();
    EventStream stream =
        fixture
            .to(sink)
            .manual(
                out -> {
                  out.onClose(
                      () -> {
                        throw new IllegalStateException("broken");
                      });
                  out.onClose(closed::incrementAndGet);
                  out.fail(new IllegalStateException("the password is 1234"));
                });
    awaitEnd(stream);
    assertThat(closed).hasValue(1);
    assertThat(sink.data()).isEqualTo("{\"message\":\"The stream failed\"}");
  }

  @Test
  void timesThatAreNoneAreRefusedBeforeAnythingBegins() {
    TestSink sink = TestSink.delivering();
    for (Duration bad : List.of(Duration.ZERO, Duration.ofNanos(1), Duration.ofDays(365_000))) {
      assertThatThrownBy(() -> fixture.to(sink).every(bad, () -> 1))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("a millisecond or more")
          .hasMessageEndingWith(bad.toString());
    }
    assertThat(fixture.streams.count()).isZero();
  }
}
