package org.heliograph.internal.eventstream;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.heliograph.SseEvent;
import org.heliograph.internal.eventstream.life.Receipt;
import org.heliograph.internal.eventstream.life.RunningStream;
import org.heliograph.streams.EventOutput;

/** The hand by which an application writes a stream. Thread-safe. */
final class ManualOutput implements EventOutput {
  /** How many events may wait for the client. */
  static final int CAPACITY = 256;

  private final RunningStream stream;

  ManualOutput(RunningStream stream) {
    this.stream = stream;
  }

  @Override
  public CompletionStage<Boolean> send(Object item) {
    CompletableFuture<Boolean> sent = new CompletableFuture<>();
    Receipt receipt = done -> stream.later(() -> sent.complete(done));
    if (!stream.output().offer(item, CAPACITY, receipt)) {
      receipt.given(false);
      stream.stop("The reader is more than %s events behind".formatted(CAPACITY));
    }
    return sent.minimalCompletionStage();
  }

  @Override
  public CompletionStage<Boolean> comment(String text) {
    return send(SseEvent.empty().comment(text));
  }

  @Override
  public void onClose(Runnable cleanUp) {
    stream.onEnd(Objects.requireNonNull(cleanUp, "A clean-up is code to run, was null"));
  }

  @Override
  public boolean isOpen() {
    return stream.isRunning();
  }

  @Override
  public void fail(Throwable failure) {
    stream.fail(Objects.requireNonNull(failure, "A stream fails by an exception, was null"));
  }

  @Override
  public void close() {
    stream.finish(Optional.empty());
  }
}
