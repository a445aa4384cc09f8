package org.heliograph.internal.client.http;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;

/**
 * Reads the body of one answer on an executor, piece by piece: the next one is asked for when its
 * reader says so, which slows down a server that is faster than the application.
 */
public final class Body implements Flow.Subscriber<List<ByteBuffer>> {
  private final Executor executor;
  private final Reader reader;

  @GuardedBy("this")
  private Flow.Subscription subscription;

  @GuardedBy("this")
  private boolean over;

  /** Hears of the body, on the executor. */
  public interface Reader {

    /**
     * Takes in a piece.
     *
     * @param piece the bytes
     * @param next asks for the next piece, from any thread
     */
    void onPiece(List<ByteBuffer> piece, Runnable next);

    /**
     * Takes in the end. Nothing comes after it.
     *
     * @param failure why the body ended too soon; null where it is complete
     */
    void onEnd(Throwable failure);
  }

  /**
   * Makes a subscriber to one body.
   *
   * @param executor runs one task at a time
   * @param reader hears of the body
   */
  public Body(Executor executor, Reader reader) {
    this.executor = executor;
    this.reader = reader;
  }

  /** {@return a subscriber that gives up its body at once} */
  static Body cancelled() {
    Body body = new Body(Runnable::run, null);
    body.cancel();
    return body;
  }

  /** Gives up the body; its reader hears nothing more. */
  public synchronized void cancel() {
    over = true;
    if (subscription != null) {
      subscription.cancel();
    }
  }

  private synchronized boolean isOver() {
    return over;
  }

  @Override
  public void onSubscribe(Flow.Subscription granted) {
    synchronized (this) {
      if (over || subscription != null) { // Reactive Streams section 2.5
        granted.cancel();
        return;
      }
      subscription = granted;
    }
    granted.request(1);
  }

  @Override
  public void onNext(List<ByteBuffer> piece) {
    executor.execute(
        () -> {
          if (!isOver()) {
            reader.onPiece(piece, this::request);
          }
        });
  }

  private void request() {
    Flow.Subscription open;
    synchronized (this) {
      open = subscription;
    }
    open.request(1); // of no effect once it is over
  }

  @Override
  public void onError(Throwable failure) {
    end(failure);
  }

  @Override
  public void onComplete() {
    end(null);
  }

  private void end(Throwable failure) {
    executor.execute(
        () -> {
          if (!isOver()) {
            cancel();
            reader.onEnd(failure);
          }
        });
  }
}
