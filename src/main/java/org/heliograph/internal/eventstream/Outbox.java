package org.heliograph.internal.eventstream;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.heliograph.internal.log.Frame;

/** The events of one stream that wait for its client. Thread-safe. */
final class Outbox {
  /** How many events may be drawn from a source and not yet sent. */
  static final int AHEAD = 16;

  private final Executor calls;

  @GuardedBy("this")
  private final Deque<Item> waiting = new ArrayDeque<>();

  @GuardedBy("this")
  private boolean ended;

  @GuardedBy("this")
  private Runnable draw;

  /**
   * Makes an empty outbox.
   *
   * @param calls runs what waits for room, and whatever follows on an event's having been sent
   */
  Outbox(Executor calls) {
    this.calls = calls;
  }

  /** An event that waits; replaceable by a later one of its kind or not. */
  private record Item(Frame frame, boolean replaceable, CompletableFuture<Boolean> sent) {}

  /** Adds an event, unless the outbox has ended. */
  void put(Frame frame, CompletableFuture<Boolean> sent) {
    synchronized (this) {
      if (!ended) {
        waiting.add(new Item(frame, false, sent));
        return;
      }
    }
    sent.complete(false);
  }

  /** Adds an event in place of the last replaceable one, if that still waits. */
  synchronized void replace(Frame frame) {
    if (!ended) {
      waiting.removeIf(Item::replaceable);
      waiting.add(new Item(frame, true, new CompletableFuture<>()));
    }
  }

  /** Takes the next event to send; null if there is none. */
  Frame poll() {
    Item item;
    Runnable next;
    synchronized (this) {
      item = waiting.poll();
      notifyAll();
      next = takeDraw();
    }
    if (next != null) {
      calls.execute(next);
    }
    if (item == null) {
      return null;
    }
    item.sent().completeAsync(() -> true, calls);
    return item.frame();
  }

  /** Waits until another event may be drawn; false if none may any more. */
  synchronized boolean awaitRoom() throws InterruptedException {
    while (!ended && waiting.size() >= AHEAD) {
      wait();
    }
    return !ended;
  }

  /** Has something run as soon as another event may be drawn. */
  void onRoom(Runnable next) {
    Runnable now;
    synchronized (this) {
      draw = next;
      now = takeDraw();
    }
    if (now != null) {
      calls.execute(now);
    }
  }

  @GuardedBy("this")
  private Runnable takeDraw() {
    if (draw == null || waiting.size() >= AHEAD) {
      return null;
    }
    Runnable taken = draw;
    draw = null;
    return taken;
  }

  synchronized int size() {
    return waiting.size();
  }

  /** Takes no more events; those that wait are still to be sent. */
  synchronized void end() {
    ended = true;
    notifyAll();
  }

  /** Takes a last event and then no more, unless the outbox has ended. */
  synchronized void end(Frame last) {
    if (!ended) {
      waiting.add(new Item(last, false, new CompletableFuture<>()));
      end();
    }
  }

  /** Whether all that ever will be has been taken. */
  synchronized boolean isOver() {
    return ended && waiting.isEmpty();
  }

  /** Drops what waits. */
  void clear() {
    Deque<Item> dropped;
    synchronized (this) {
      dropped = new ArrayDeque<>(waiting);
      waiting.clear();
      notifyAll();
    }
    dropped.forEach(item -> item.sent().completeAsync(() -> false, calls));
  }
}
