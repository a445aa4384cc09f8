package org.heliograph.internal.eventstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.heliograph.internal.testing.TestSink;
import org.heliograph.streams.EventStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Publishers that do what the rules of Reactive Streams forbid end their own stream, and no more.
 */
class BadPublisherTest {
  private static final String FAILURE = "{\"message\":\"The stream failed\"}";

  private final StreamsFixture fixture = new StreamsFixture();
  private final TestSink sink = TestSink.delivering();
  private final AtomicReference<Flow.Subscriber<? super Integer>> subscriber =
      new AtomicReference<>();

  @AfterEach
  void close() throws Exception {
    fixture.close();
  }

  /** A subscription whose request does what the test says. */
  private record Requested(Consumer<Long> request) implements Flow.Subscription {
    @Override
    public void request(long n) {
      request.accept(n);
    }

    @Override
    public void cancel() {
      throw new IllegalStateException("cannot be cancelled");
    }
  }

  private EventStream from(TestSink to, Consumer<Long> request) {
    return fixture
        .to(to)
        .from(
            (Flow.Publisher<Integer>)
                one -> {
                  one.onSubscribe(new Requested(request));
                  subscriber.set(one);
                });
  }

  private void awaitFailure(EventStream stream) {
    stream.ended().toCompletableFuture().join();
    assertThat(sink.data()).endsWith(FAILURE);
    assertThat(fixture.streams.count()).isZero();
  }

  @Test
  void requestThatThrows() {
    awaitFailure(
        from(
            sink,
            n -> {
              throw new IllegalStateException("no");
            }));
  }

  @Test
  void subscribeThatThrows() {
    awaitFailure(
        fixture
            .to(sink)
            .from(
                (Flow.Publisher<Integer>)
                    one -> {
                      throw new IllegalStateException("no");
                    }));
  }

  @Test
  void nullIsRefusedAndEndsTheStream() {
    EventStream stream = from(sink, n -> {});
    await().until(() -> subscriber.get() != null);
    assertThatThrownBy(() -> subscriber.get().onNext(null))
        .isInstanceOf(NullPointerException.class);
    awaitFailure(stream);
  }

  @Test
  void failureThatIsNullIsRefusedAndEndsTheStream() {
    EventStream stream = from(sink, n -> {});
    await().until(() -> subscriber.get() != null);
    assertThatThrownBy(() -> subscriber.get().onError(null))
        .isInstanceOf(NullPointerException.class);
    awaitFailure(stream);
  }

  @Test
  void itemsThatNobodyAskedFor() {
    TestSink held = TestSink.holding();
    EventStream stream = from(held, n -> {});
    await().until(() -> subscriber.get() != null && held.underWay() == 1);
    for (int i = 0; i < 1000; i++) {
      subscriber.get().onNext(i);
    }
    fixture.deliverUntilEnd(held, stream);
    assertThat(held.data()).endsWith(FAILURE);
    assertThat(held.sent()).hasSizeLessThan(20);
  }
}
