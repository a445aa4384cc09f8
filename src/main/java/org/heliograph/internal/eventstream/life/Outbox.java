package org.heliograph.internal.eventstream.life;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.heliograph.internal.log.Frame;

/**
 * The events of one stream that wait for its client. Thread-safe; calls nobody under its monitor.
 */
public final class Outbox {
  /** How many events may be drawn from a source and not yet sent. */
  public static final int AHEAD = 16;

  @GuardedBy("this")
  private final Deque<Item> waiting = new ArrayDeque<>();

  @GuardedBy("this")
  private boolean ended;

  /** What is to run when there is room; null for nothing. */
  @GuardedBy("this")
  private Runnable onRoom;

  /**
   * An event that waits.
   *
   * @param replaceable whether a later one of its kind may replace it
   */
  record Item(Frame frame, boolean replaceable, Receipt receipt) {}

  /** Adds an event, or drops it if the outbox has ended; false if as many as that wait already. */
  boolean offer(Frame frame, int capacity, Receipt receipt) {
    synchronized (this) {
      if (!ended) {
        return waiting.size() < capacity && waiting.add(new Item(frame, false, receipt));
      }
    }
    receipt.given(false);
    return true;
  }

  /** Adds an event in place of the last replaceable one, if that still waits. */
  synchronized void replace(Frame frame) {
    if (!ended) {
      waiting.removeIf(Item::replaceable);
      waiting.add(new Item(frame, true, Receipt.NONE));
    }
  }

  /** Takes the next event to send; null if there is none. */
  Item poll() {
    Item item;
    Runnable now;
    synchronized (this) {
      item = waiting.poll();
      notifyAll();
      now = takeOnRoom();
    }
    if (now != null) {
      now.run();
    }
    return item;
  }

  /** Waits until another event may be drawn; false if none may any more. */
  synchronized boolean awaitRoom() throws InterruptedException {
    while (!ended && waiting.size() >= AHEAD) {
      wait();
    }
    return !ended;
  }

  /** Runs something as soon as another event may be drawn, on the thread that makes room. */
  void onRoom(Runnable next) {
    Runnable now;
    synchronized (this) {
      onRoom = next;
      now = takeOnRoom();
    }
    if (now != null) {
      now.run();
    }
  }

  @GuardedBy("this")
  private Runnable takeOnRoom() {
    if (ended || waiting.size() >= AHEAD) {
      return null;
    }
    Runnable taken = onRoom;
    onRoom = null;
    return taken;
  }

  synchronized boolean isEmpty() {
    return waiting.isEmpty();
  }

  /** Takes no more events; those that wait are still to be sent. */
  synchronized void end() {
    ended = true;
    onRoom = null;
    notifyAll();
  }

  /** Takes a last event and then no more, unless the outbox has ended. */
  synchronized void end(Frame last) {
    if (!ended) {
      waiting.add(new Item(last, false, Receipt.NONE));
      end();
    }
  }

  /** Whether all that ever will be has been taken. */
  synchronized boolean isOver() {
    return ended && waiting.isEmpty();
  }

  /** Drops what waits. */
  void clear() {
    List<Item> dropped;
    synchronized (this) {
      dropped = List.copyOf(waiting);
      waiting.clear();
      notifyAll();
    }
    dropped.forEach(item -> item.receipt().given(false));
  }
}
