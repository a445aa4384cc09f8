package org.heliograph.internal.eventstream;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.heliograph.SseEvent;
import org.heliograph.streams.EventStream;
import org.heliograph.streams.StreamException;

/**
 * The life of one stream: it runs, and then it is over, once and for all, whoever ends it first. It
 * counts until its output has closed and all code of the application that it ran has returned.
 * Thread-safe; nothing foreign is called under its monitor.
 */
final class RunningStream implements EventStream {
  /** What a reader is told of a failure for which the application has chosen no message. */
  static final String FAILURE = "The stream failed";

  private static final String FAILED = "HELIOGRAPH-0401: A stream of the application has failed";

  private static final Logger LOGGER = System.getLogger("org.heliograph");

  private final StreamThreads threads;
  private final CallerContext context = CallerContext.current();
  private final CompletableFuture<Void> ended = new CompletableFuture<>();

  /** Set once, before anybody else knows this. */
  private Output output;

  @GuardedBy("this")
  private final List<Runnable> cleanUps = new ArrayList<>();

  /** The thread that runs the application's job or draws its source; null for none. */
  @GuardedBy("this")
  private Thread worker;

  /** The output, and each piece of the application's code that runs. */
  @GuardedBy("this")
  private int parts = 1;

  // written under the monitor, read by anyone
  private volatile boolean over;

  RunningStream(StreamThreads threads) {
    this.threads = threads;
  }

  /** Something of the application's, which may throw whatever it likes. */
  interface Body {
    void run() throws Exception;
  }

  void begin(Output to) {
    output = to;
  }

  Output output() {
    return output;
  }

  CallerContext context() {
    return context;
  }

  /** Runs a job on a thread of its own, which is interrupted when the stream is over. */
  void run(Body job) {
    enter();
    try {
      threads.tasks().execute(() -> context.run(() -> work(job)));
    } catch (RuntimeException | Error e) { // no thread can be had
      leave();
      gone();
      throw e;
    }
  }

  private void work(Body job) {
    setWorker(Thread.currentThread());
    try {
      job.run();
    } catch (Exception | Error e) { // an error too: the reader is to hear of it
      fail(e);
    } finally {
      setWorker(null);
      leave();
    }
  }

  /** Under the monitor, so that no interrupt hits the thread once it has other work. */
  private synchronized void setWorker(Thread thread) {
    worker = thread;
    if (thread == null) {
      boolean unused = Thread.interrupted();
    } else if (over) {
      thread.interrupt();
    }
  }

  /** Has a short piece of the application's code called. */
  void call(Body body) {
    enter();
    threads.calls().execute(() -> context.run(() -> callNow(body)));
  }

  private void callNow(Body body) {
    try {
      body.run();
    } catch (Exception | Error e) { // an error too: the reader is to hear of it
      fail(e);
    } finally {
      leave();
    }
  }

  private synchronized void enter() {
    parts++;
  }

  /** A part has come to its end: the output, or code of the application. */
  void leave() {
    synchronized (this) {
      parts--;
      if (parts > 0) {
        return;
      }
    }
    if (threads.calls().isShutdown()) {
      ended.complete(null);
    } else {
      ended.completeAsync(() -> null, threads.calls());
    }
  }

  /** Has something done when the stream is over: at once if it is. */
  void onEnd(Runnable cleanUp) {
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
  private boolean over(boolean interrupting) {
    List<Runnable> todo;
    synchronized (this) {
      if (over) {
        return false;
      }
      over = true;
      todo = List.copyOf(cleanUps);
      cleanUps.clear();
      if (interrupting && worker != null && worker != Thread.currentThread()) {
        worker.interrupt();
      }
    }
    if (!todo.isEmpty()) {
      call(() -> todo.forEach(this::clean));
    }
    return true;
  }

  /** All has been put out but the last event, if there is one. */
  void finish(Optional<SseEvent> last) {
    if (!over(false)) {
      return;
    }
    try {
      last.ifPresentOrElse(output::end, output::end);
    } catch (RuntimeException e) { // the channel may not take it
      LOGGER.log(Level.ERROR, FAILED, e);
      sayLast(FAILURE);
    }
  }

  /** Code of the application has failed; of no interest once the stream is over. */
  void fail(Throwable failure) {
    if (!over(true)) {
      LOGGER.log(Level.DEBUG, "Code of a stream that was over has failed", failure);
      return;
    }
    boolean chosen = failure instanceof StreamException;
    if (!chosen) {
      LOGGER.log(Level.ERROR, FAILED, failure);
    }
    sayLast(chosen ? failure.getMessage() : FAILURE);
  }

  /** Ends the stream from outside, with a last word to its readers. */
  void stop(String message) {
    if (over(true)) {
      output.clear();
      sayLast(message);
    }
  }

  private void sayLast(String message) {
    try {
      output.end(SseEvent.named("error").data(Map.of("message", message)));
    } catch (RuntimeException | Error e) { // the channel may be no more
      LOGGER.log(Level.DEBUG, "The end of a stream could not be told", e);
      output.end();
    }
  }

  /** The client has gone. */
  void gone() {
    if (over(true)) {
      output.end();
    }
    output.clear();
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
