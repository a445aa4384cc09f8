package org.heliograph.internal.eventstream.life;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.heliograph.SseEvent;
import org.heliograph.streams.EventStream;

/**
 * The life of one stream: it runs, and then it is over, once and for all, whoever ends it first. It
 * counts until its output has closed and all code of the application that it ran has returned.
 * Thread-safe; nothing foreign is called under its monitor.
 */
public final class RunningStream implements EventStream {
  private static final Logger LOGGER = System.getLogger("org.heliograph");

  private final StreamThreads threads;
  private final CallerContext context = CallerContext.current();
  private final Interruptible job = new Interruptible();
  private final CompletableFuture<Void> ended = new CompletableFuture<>();

  /** The output, and each piece of the application's code that runs. */
  private final Parts parts;

  /** Set once, before anybody else knows this. */
  private Output output;

  @GuardedBy("this")
  private final List<Runnable> cleanUps = new ArrayList<>();

  // written under the monitor, read by anyone
  private volatile boolean over;

  /**
   * Makes a stream that has no output yet.
   *
   * @param atEnd hears of the end before anybody else
   */
  public RunningStream(StreamThreads threads, Runnable atEnd) {
    this.threads = threads;
    this.parts =
        new Parts(
            () -> {
              atEnd.run();
              later(() -> ended.complete(null));
            });
  }

  /** Something of the application's, which may throw whatever it likes. */
  public interface Body {
    void run() throws Exception;
  }

  public void begin(Output to) {
    output = to;
  }

  public Output output() {
    return output;
  }

  public CallerContext context() {
    return context;
  }

  /**
   * Runs a job on a thread of its own, which is interrupted when the stream is over.
   *
   * @throws RuntimeException if no thread can be had, by which the stream is over
   */
  public void run(Body body) {
    parts.enter();
    try {
      threads.tasks().execute(() -> context.run(() -> job.run(() -> attempt(body))));
    } catch (RuntimeException | Error e) { // the caller hears of it
      parts.leave();
      gone();
      throw e;
    }
  }

  /**
   * Has a short piece of the application's code called; the stream fails if no thread can be had.
   */
  public void call(Body body) {
    call(threads.calls(), body);
  }

  /** Has a sample taken, when it is this stream's turn. */
  public void sample(Body body) {
    call(threads.samplers(), body);
  }

  private void call(Executor by, Body body) {
    parts.enter();
    try {
      by.execute(() -> context.run(() -> attempt(body)));
    } catch (RuntimeException | Error e) { // whoever calls is not to pay for it
      parts.leave();
      fail(e);
    }
  }

  /** Calls a piece of the application's code on the calling thread. */
  public void callHere(Body body) {
    parts.enter();
    attempt(body);
  }

  private void attempt(Body body) {
    try {
      body.run();
    } catch (Exception | Error e) { // an error too: the reader is to hear of it
      fail(e);
    } finally {
      parts.leave();
    }
  }

  /** The output has closed. */
  void outputClosed() {
    parts.leave();
  }

  /** Has something done, on a thread that may run the application's code. */
  public void later(Runnable what) {
    threads.callSurely(() -> context.run(what));
  }

  /** Has something done when the stream is over: at once if it is. */
  public void onEnd(Runnable cleanUp) {
    synchronized (this) {
      if (!over) {
        cleanUps.add(cleanUp);
        return;
      }
    }
    clean(cleanUp);
  }

  private void clean(Runnable cleanUp) {
    try {
      cleanUp.run();
    } catch (RuntimeException | Error e) { // the others are to have their turn
      LOGGER.log(Level.ERROR, "HELIOGRAPH-0402: Cleaning up after a stream has failed", e);
    }
  }

  /** Makes the stream be over; false if it was. */
  private boolean over() {
    List<Runnable> todo;
    synchronized (this) {
      if (over) {
        return false;
      }
      over = true;
      todo = List.copyOf(cleanUps);
      cleanUps.clear();
      parts.enter();
    }
    Runnable cleaning = () -> todo.forEach(this::clean);
    if (todo.isEmpty()) {
      parts.leave();
    } else {
      threads.callSurely(
          () -> {
            context.run(cleaning);
            parts.leave();
          });
    }
    return true;
  }

  /** All has been put out but the last event, if there is one. */
  public void finish(Optional<SseEvent> last) {
    if (!over()) {
      return;
    }
    try {
      last.ifPresentOrElse(output::end, output::end);
    } catch (RuntimeException | Error e) { // the channel may not take it
      sayLast(Failure.messageFor(e));
    }
  }

  /** Code of the application has failed; of no interest once the stream is over. */
  public void fail(Throwable failure) {
    if (over()) {
      job.interrupt();
      sayLast(Failure.messageFor(failure));
    } else {
      LOGGER.log(Level.DEBUG, "Code of a stream that was over has failed", failure);
    }
  }

  /** Ends the stream from outside, with a last word to its readers. */
  public void stop(String message) {
    if (over()) {
      job.interrupt();
      output.clear();
      sayLast(message);
    }
  }

  private void sayLast(String message) {
    try {
      output.fail(message);
    } catch (RuntimeException | Error e) { // the channel may be no more
      LOGGER.log(Level.DEBUG, "The end of a stream could not be told", e);
      output.end();
    }
  }

  /** The client has gone, or is given up. */
  public void gone() {
    if (over()) {
      job.interrupt();
    }
    output.abort();
  }

  @Override
  public void cancel() {
    stop("Cancelled");
  }

  @Override
  public boolean isRunning() {
    return !over;
  }

  @Override
  public CompletionStage<Void> ended() {
    return ended.minimalCompletionStage();
  }
}
