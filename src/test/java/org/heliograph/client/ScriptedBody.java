package org.heliograph.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Flow;

/** A body that a test writes, and that gives no more than its reader asks for. */
final class ScriptedBody implements Flow.Publisher<List<ByteBuffer>>, Flow.Subscription {
  private final Queue<Runnable> pieces = new ArrayDeque<>();

  private Flow.Subscriber<? super List<ByteBuffer>> reader;
  private Runnable end;
  private long wanted;
  private boolean cancelled;

  void write(String text) {
    pieces.add(() -> reader.onNext(List.of(ByteBuffer.wrap(text.getBytes(UTF_8)))));
    flow();
  }

  /**
   * Ends the body.
   *
   * @param failure of the network; null for the end that a server makes
   */
  void end(Throwable failure) {
    end = () -> finish(failure);
    flow();
  }

  private void finish(Throwable failure) {
    if (failure == null) {
      reader.onComplete();
    } else {
      reader.onError(failure);
    }
  }

  /** {@return how many pieces have not been asked for} */
  int waiting() {
    return pieces.size();
  }

  boolean isCancelled() {
    return cancelled;
  }

  @Override
  public void subscribe(Flow.Subscriber<? super List<ByteBuffer>> subscriber) {
    reader = subscriber;
    subscriber.onSubscribe(this);
  }

  @Override
  public void request(long count) {
    wanted += count;
    flow();
  }

  @Override
  public void cancel() {
    cancelled = true;
  }

  private void flow() {
    while (reader != null && !cancelled && wanted > 0 && !pieces.isEmpty()) {
      wanted--;
      pieces.remove().run();
    }
    if (reader != null && !cancelled && pieces.isEmpty() && end != null) {
      Runnable last = end;
      end = null;
      last.run();
    }
  }
}
