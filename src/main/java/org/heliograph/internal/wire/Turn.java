package org.heliograph.internal.wire;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * Keeps a container's object from being touched after its end, or ended while it is in use:
 * containers use such objects again for other requests. One user at a time; whoever ends it never
 * waits.
 */
final class Turn {
  private final Executor disposable;

  // guarded by this
  private Runnable finish;
  private boolean inUse;
  private boolean ended;

  /**
   * A turn that can not begin yet.
   *
   * @param disposable finishes the object where a use has delayed that, and may block
   */
  Turn(Executor disposable) {
    this.disposable = disposable;
  }

  /**
   * From now on the object may be used.
   *
   * @param whatToDo ends the object; called once at most
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

  /** Whether it can be entered. */
  synchronized boolean isFree() {
    return finish != null && !inUse && !ended;
  }

  /** Begins to use the object; false if it is not there yet, is in use or has ended. */
  synchronized boolean enter() {
    if (!isFree()) {
      return false;
    }
    inUse = true;
    return true;
  }

  /** Has used the object; finishes it if it was ended meanwhile. */
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

  /** Ends the object, at once if nobody uses it. */
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

  /** The container has ended the object by itself; a use that is going on can not be undone. */
  synchronized void gone() {
    ended = true;
    finish = null;
  }

  private Runnable takeFinish() {
    Runnable taken = finish;
    finish = null;
    return taken;
  }
}
