package org.heliograph.internal.eventstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.heliograph.internal.testing.TestSink;
import org.heliograph.streams.EventStream;
import org.heliograph.streams.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgressReportTest {
  private final StreamsFixture fixture = new StreamsFixture();

  @AfterEach
  void close() throws Exception {
    fixture.close();
  }

  /** A result that would say otherwise. */
  public record Report(int percent, String name) {}

  private String run(Object result) {
    TestSink sink = TestSink.delivering();
    EventStream stream = fixture.to(sink).progress(progress -> result);
    stream.ended().toCompletableFuture().join();
    await().until(() -> sink.closes() == 1);
    return sink.names() + " " + sink.data();
  }

  @Test
  void resultBecomesPartOfTheLastEventWhichSaysOneHundredPercent() {
    assertThat(run(new Report(7, "r"))).isEqualTo("complete {\"percent\":100,\"name\":\"r\"}");
    assertThat(run(null)).isEqualTo("complete {\"percent\":100}");
  }

  @Test
  void resultThatIsNoObjectIsAFailure() {
    String failure = "error {\"message\":\"The stream failed\"}";
    assertThat(run(List.of(1))).isEqualTo(failure);
    assertThat(run("{}")).isEqualTo(failure);
    assertThat(run(1)).isEqualTo(failure);
  }

  @Test
  void updatesThatAReaderDoesNotTakeAreReplacedByTheLatestWhichIsNeverLost() throws Exception {
    TestSink sink = TestSink.holding();
    CountDownLatch updated = new CountDownLatch(1);
    EventStream stream =
        fixture
            .to(sink)
            .progress(
                progress -> {
                  await().until(() -> sink.underWay() == 1); // the greeting
                  for (int percent = 1; percent <= 50; percent++) {
                    progress.update(percent, "m");
                  }
                  updated.countDown();
                  return null;
                });
    updated.await();
    fixture.deliverUntilEnd(sink, stream);
    assertThat(sink.data()).isEqualTo("{\"percent\":50,\"message\":\"m\"}\n{\"percent\":100}");
  }

  @ParameterizedTest
  @CsvSource({
    "-1, 'A percentage is from 0 to 100, was -1'",
    "101, 'A percentage is from 0 to 100, was 101'",
    "49, 'A percentage does not go back: it was 50 already, and is now 49'"
  })
  void nonsenseIsRefused(int percent, String message) {
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    TestSink sink = TestSink.delivering();
    fixture
        .to(sink)
        .progress(
            progress -> {
              progress.update(50, "half");
              try {
                progress.update(percent, "x");
              } catch (IllegalArgumentException e) {
                thrown.set(e);
              }
              progress.update(50, "again");
              return null;
            })
        .ended()
        .toCompletableFuture()
        .join();
    assertThat(thrown.get()).hasMessage(message);
    assertThat(sink.names()).endsWith("complete");
  }

  @Test
  void updateWithoutAMessageIsRefused() {
    AtomicReference<Progress> kept = new AtomicReference<>();
    fixture
        .to(TestSink.holding())
        .progress(
            progress -> {
              kept.set(progress);
              return null;
            });
    await().until(() -> kept.get() != null);
    assertThatThrownBy(() -> kept.get().update(1, null))
        .isInstanceOf(NullPointerException.class)
        .hasMessageContaining("message");
  }

  @Test
  void jobIsInterruptedAndToldWhenItsClientHasGone() throws Exception {
    TestSink sink = TestSink.holding();
    CountDownLatch interrupted = new CountDownLatch(1);
    EventStream stream =
        fixture
            .to(sink)
            .progress(
                progress -> {
                  try {
                    new CountDownLatch(1).await();
                  } catch (InterruptedException e) {
                    interrupted.countDown();
                    progress.update(1, "nobody hears this");
                  }
                  return null;
                });
    await().until(() -> sink.underWay() == 1);
    sink.fail(new IOException("gone"));
    assertThat(interrupted.await(20, TimeUnit.SECONDS)).isTrue();
    stream.ended().toCompletableFuture().join();
    assertThat(stream.isRunning()).isFalse();
    assertThat(sink.names()).isEmpty();
    await().until(() -> sink.closes() == 1);
  }

  @Test
  void cancelledJobTellsItsReader() {
    TestSink sink = TestSink.delivering();
    CountDownLatch begun = new CountDownLatch(1);
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    EventStream stream =
        fixture
            .to(sink)
            .progress(
                progress -> {
                  begun.countDown();
                  try {
                    while (true) {
                      progress.update(1, "for ever");
                    }
                  } catch (CancellationException e) {
                    thrown.set(e);
                    throw e;
                  }
                });
    await().until(() -> begun.getCount() == 0);
    stream.cancel();
    stream.ended().toCompletableFuture().join();
    assertThat(sink.data()).endsWith("{\"message\":\"Cancelled\"}");
    assertThat(thrown.get()).hasMessageContaining("nobody waits");
  }
}
