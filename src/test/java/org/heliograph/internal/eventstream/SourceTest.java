package org.heliograph.internal.eventstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.heliograph.SseEvent;
import org.heliograph.internal.eventstream.life.Outbox;
import org.heliograph.internal.testing.TestSink;
import org.heliograph.streams.EventStream;
import org.heliograph.streams.StreamException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SourceTest {
  private final StreamsFixture fixture = new StreamsFixture();
  private final AtomicInteger drawn = new AtomicInteger();
  private final AtomicInteger closed = new AtomicInteger();

  @AfterEach
  void close() throws Exception {
    fixture.close();
  }

  private Stream<Integer> endless() {
    return Stream.generate(drawn::incrementAndGet).onClose(closed::incrementAndGet);
  }

  private static void awaitEnd(EventStream stream) {
    stream.ended().toCompletableFuture().join();
  }

  @Test
  void itemsAreSentInOrderAndTheSourceIsClosed() {
    TestSink sink = TestSink.delivering();
    awaitEnd(
        fixture
            .to(sink)
            .from(
                Stream.of(1, "a", SseEvent.named("e").data("raw"), List.of(2))
                    .onClose(closed::incrementAndGet)));
    assertThat(sink.sent()).containsExactly(": heliograph", "1", "\"a\"", "e", "[2]");
    assertThat(closed).hasValue(1);
    await().until(() -> sink.closes() == 1);
  }

  @Test
  void nothingIsDrawnBeyondOneBufferForAClientThatDoesNotTakeIt() {
    TestSink sink = TestSink.holding();
    EventStream stream = fixture.to(sink).from(endless());
    await().until(() -> drawn.get() == Outbox.AHEAD);
    sink.arrive();
    await().until(() -> drawn.get() == Outbox.AHEAD + 1);
    assertThat(stream.isRunning()).isTrue();
    sink.fail(new IOException("gone"));
    awaitEnd(stream);
    assertThat(closed).hasValue(1);
    assertThat(drawn).hasValue(Outbox.AHEAD + 1);
  }

  @Test
  void sourceThatThrowsInTheMiddleEndsTheStreamWithErrorAndIsClosed() {
    TestSink sink = TestSink.delivering();
    awaitEnd(
        fixture
            .to(sink)
            .from(
                IntStream.of(1, 2)
                    .mapToObj(
                        n -> {
                          if (n == 2) {
                            throw new StreamException("No second");
                          }
                          return n;
                        })
                    .onClose(closed::incrementAndGet)));
    assertThat(sink.data()).isEqualTo("1\n{\"message\":\"No second\"}");
    assertThat(closed).hasValue(1);
  }

  @Test
  void nullIsNoItem() {
    TestSink sink = TestSink.delivering();
    awaitEnd(fixture.to(sink).from(Arrays.asList(1, null, 3)));
    assertThat(sink.data()).isEqualTo("1\n{\"message\":\"The stream failed\"}");
  }

  @Test
  void writeThatHangsEndsTheStreamAndClosesTheSource() {
    TestSink sink = TestSink.holding();
    EventStream stream = fixture.to(sink).from(endless());
    await().until(() -> sink.underWay() == 1 && drawn.get() == Outbox.AHEAD);
    await()
        .until(
            () -> {
              fixture.pass(StreamsFixture.WRITE_TIMEOUT.plusMillis(1));
              return !stream.isRunning();
            });
    awaitEnd(stream);
    assertThat(closed).hasValue(1);
    assertThat(sink.closes()).as("while a write is under way").isZero();
    sink.fail(new IOException("given up"));
    await().until(() -> sink.closes() == 1);
  }

  @Test
  void sourceThatBlocksIsInterruptedWhenTheApplicationStops() throws Exception {
    TestSink sink = TestSink.delivering();
    CountDownLatch blocked = new CountDownLatch(1);
    Iterator<Integer> source = new Blocking(blocked);
    EventStream stream = fixture.to(sink).from(source);
    blocked.await();
    fixture.stop();
    assertThat(stream.ended().toCompletableFuture()).isDone();
    assertThat(sink.data()).isEqualTo("{\"message\":\"The server is stopping\"}");
    assertThat(closed).hasValue(1);
    assertThatThrownBy(() -> fixture.to(TestSink.delivering()).from(endless()))
        .isInstanceOf(IllegalStateException.class);
    assertThat(closed).hasValue(2);
  }

  private final class Blocking implements Iterator<Integer>, AutoCloseable {
    private final CountDownLatch blocked;

    Blocking(CountDownLatch blocked) {
      this.blocked = blocked;
    }

    @Override
    public boolean hasNext() {
      blocked.countDown();
      try {
        new CountDownLatch(1).await();
        return true;
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public Integer next() {
      return 1;
    }

    @Override
    public void close() {
      closed.incrementAndGet();
    }
  }

  @Test
  void oneStreamTooManyIsRefusedItsSourceClosedAndItsSinkLeftAlone() {
    for (int i = 0; i < StreamsFixture.MAX; i++) {
      fixture.to(TestSink.holding()).from(endless());
    }
    TestSink sink = TestSink.holding();
    assertThatThrownBy(() -> fixture.to(sink).from(endless()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("3 streams")
        .hasMessageContaining("heliograph.streams.max");
    assertThat(closed).hasValue(1);
    assertThat(sink.closes()).isZero();
    assertThat(sink.sent()).isEmpty();
    assertThat(fixture.streams.count()).isEqualTo(StreamsFixture.MAX);
  }

  @Test
  void sinkTakesOneStreamAndNoneOnceItIsClosed() {
    TestSink sink = TestSink.holding();
    fixture.to(sink).from(endless());
    assertThatThrownBy(() -> fixture.to(sink).from(endless()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("has a stream already");
    TestSink gone = TestSink.holding();
    gone.close();
    assertThatThrownBy(() -> fixture.to(gone).from(List.of()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("is closed");
    assertThatThrownBy(() -> fixture.to(null))
        .isInstanceOf(NullPointerException.class)
        .hasMessageContaining("sink");
  }
}
