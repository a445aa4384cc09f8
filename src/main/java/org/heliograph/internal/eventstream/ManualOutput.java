package org.heliograph.internal.eventstream;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.heliograph.SseEvent;
import org.heliograph.streams.EventOutput;
import org.heliograph.streams.StreamException;

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
    if (stream.output().waiting() >= CAPACITY) {
      stream.output().clear();
      stream.fail(
          new StreamException("The reader is more than %d events behind".formatted(CAPACITY)));
    }
    stream.output().put(item, sent);
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
  public void close() {
    stream.finish(Optional.empty());
  }
}
