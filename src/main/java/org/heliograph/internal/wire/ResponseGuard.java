package org.heliograph.internal.wire;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * Keeps a response of the container from being touched after its end, and from being ended while it
 * is in use: containers use the same objects again for other requests. One user at a time enters;
 * whoever ends the response never waits for that user.
 */
final class ResponseGuard {
  private final Executor disposable;

  /** Ends the response; null before the beginning and once it has been taken. */
  @GuardedBy("this")
  private Runnable finish;

  @GuardedBy("this")
  private boolean inUse;

  @GuardedBy("this")
  private boolean ended;

  @GuardedBy("this")
  private boolean gone;

  /**
   * A guard of a response that has not begun.
   *
   * @param disposable finishes the response where a use has delayed that, and may block
   */
  ResponseGuard(Executor disposable) {
    this.disposable = disposable;
  }

  /**
   * Lets the response be used from now on. Whoever enters later sees what the caller wrote before.
   *
   * @param whatToDo ends the response; called once at most, at once if it is to end already
   */
  void begin(Runnable whatToDo) {
    boolean tooLate;
    synchronized (this) {
      tooLate = ended;
      finish = tooLate ? null : whatToDo;
    }
    if (tooLate) {
      whatToDo.run();
    }
  }

  /** Whether {@link #enter} would succeed. */
  synchronized boolean isFree() {
    return finish != null && !inUse && !ended;
  }

  /** Begins a use; false if the response has not begun, is in use or has ended. */
  synchronized boolean enter() {
    if (!isFree()) {
      return false;
    }
    inUse = true;
    return true;
  }

  /** Ends a use, and finishes the response if it was ended meanwhile. */
  void leave() {
    Runnable last;
    synchronized (this) {
      inUse = false;
      last = ended ? takeFinish() : null;
    }
    if (last != null) {
      finishLater(last);
    }
  }

  private void finishLater(Runnable last) {
    try {
      disposable.execute(last);
    } catch (RejectedExecutionException e) {
      last.run(); // the hub is closing, and this thread with it
    }
  }

  /** Ends the response: at once if nobody uses it, otherwise when the user leaves. */
  void end() {
    Runnable last;
    synchronized (this) {
      ended = true;
      last = inUse ? null : takeFinish();
    }
    if (last != null) {
      last.run();
    }
  }

  /** Notes that the container has ended the response, perhaps by itself. */
  synchronized void gone() {
    ended = true;
    gone = true;
    finish = null;
    notifyAll();
  }

  /**
   * Waits until the container has ended the response.
   *
   * @param millis how long to wait at most
   */
  synchronized void awaitGone(long millis) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    for (long left = millis; !gone && left > 0; ) {
      wait(left);
      left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
    }
  }

  @GuardedBy("this")
  private Runnable takeFinish() {
    Runnable taken = finish;
    finish = null;
    return taken;
  }
}
