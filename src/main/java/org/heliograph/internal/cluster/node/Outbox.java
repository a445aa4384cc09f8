package org.heliograph.internal.cluster.node;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.heliograph.BroadcastFailedException;

/**
 * What waits to be sent, in order, and how much room is left for what nobody waits for.
 * Thread-safe.
 */
final class Outbox {
  private final long maxBytes;
  private final BatchLimit limit;

  @GuardedBy("this")
  private final Deque<Parcel> waiting = new ArrayDeque<>();

  @GuardedBy("this")
  private long reserved;

  @GuardedBy("this")
  private boolean closed;

  /**
   * Makes an empty outbox.
   *
   * @param maxBytes what nobody waits for may weigh together
   * @param limit how much is taken at once
   */
  Outbox(long maxBytes, BatchLimit limit) {
    this.maxBytes = maxBytes;
    this.limit = limit;
  }

  /**
   * Has something sent after all that waits.
   *
   * @throws IllegalStateException if the node has stopped
   */
  synchronized void add(Parcel parcel) {
    if (closed) {
      throw new IllegalStateException("The application has stopped: nothing is sent any more");
    }
    waiting.addLast(parcel);
  }

  /**
   * Keeps room for a parcel until it has come back or the room is given back.
   *
   * @throws BroadcastFailedException if there is no room
   */
  synchronized void reserve(Parcel parcel) {
    if (reserved + parcel.size() > maxBytes) {
      throw new BroadcastFailedException(
          "No room is left for broadcasts after a commit: heliograph.cluster.buffer is "
              + maxBytes
              + " bytes, of which "
              + reserved
              + " are taken by what the engine has not got yet",
          false);
    }
    reserved += parcel.size();
  }

  /** Gives back the room of a parcel. */
  synchronized void release(Parcel parcel) {
    reserved -= parcel.size();
  }

  /** Takes out what comes first, as much as one batch may hold. */
  synchronized List<Parcel> take() {
    BatchLimit.Count count = limit.new Count();
    List<Parcel> taken = new ArrayList<>();
    while (!waiting.isEmpty() && admits(count, waiting.getFirst())) {
      taken.add(waiting.removeFirst());
    }
    return taken;
  }

  private static boolean admits(BatchLimit.Count count, Parcel parcel) {
    return count.admits(parcel.parts().size(), parcel.size());
  }

  /** Puts back in front what was taken and not sent. */
  synchronized void giveBack(List<Parcel> taken) {
    for (int i = taken.size() - 1; i >= 0; i--) {
      waiting.addFirst(taken.get(i));
    }
  }

  /** {@return whether a parcel was still waiting, and now is not sent} */
  synchronized boolean withdraw(Parcel parcel) {
    return waiting.remove(parcel);
  }

  /**
   * Takes one thing more and then nothing.
   *
   * @return whether this outbox had not been closed before
   */
  synchronized boolean close(Parcel last) {
    boolean first = !closed;
    if (first) {
      waiting.addLast(last);
    }
    closed = true;
    return first;
  }

  /** {@return whether the last that this node says is in here, or has been taken} */
  synchronized boolean isClosed() {
    return closed;
  }

  /** {@return what waits and will not be sent} */
  synchronized List<Parcel> abandon() {
    List<Parcel> rest = List.copyOf(waiting);
    waiting.clear();
    return rest;
  }
}
