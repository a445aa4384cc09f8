package org.heliograph.internal.cluster.node;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.heliograph.internal.cluster.Place;

/**
 * Tells publishers that what they have sent counts: this node has read it again and, if the engine
 * has to confirm it, the engine has. What was read is confirmed with anything of this node that
 * comes later. Thread-safe.
 */
final class Arrivals {
  private final Outbox outbox;
  private final boolean confirming;

  /** What has been read and is not confirmed yet. */
  @GuardedBy("this")
  private final Deque<Arrival> unconfirmed = new ArrayDeque<>();

  /** The last number that the engine has confirmed in the epoch that is known. */
  @GuardedBy("this")
  private long confirmed;

  private record Arrival(long number, Parcel parcel, Place place) {}

  /**
   * Nothing has arrived.
   *
   * @param confirming whether what was read counts only when it is confirmed
   */
  Arrivals(Outbox outbox, boolean confirming) {
    this.outbox = outbox;
    this.confirming = confirming;
  }

  /** This node has read what it had sent. */
  synchronized void read(Sent sent, Place place) {
    sent.parcel()
        .ifPresent(
            parcel -> {
              if (parcel.isKept()) {
                outbox.release(parcel);
              }
              unconfirmed.addLast(new Arrival(sent.entry().number(), parcel, place));
            });
    settle();
  }

  /** The engine has confirmed all that this node has sent up to a number. */
  synchronized void confirm(long number) {
    confirmed = number;
    settle();
  }

  @GuardedBy("this")
  private void settle() {
    while (!unconfirmed.isEmpty() && !(confirming && unconfirmed.getFirst().number() > confirmed)) {
      Arrival arrival = unconfirmed.removeFirst();
      arrival.parcel().arrival().complete(arrival.place());
    }
  }

  /** {@return what has been read, and is not waited for any longer} */
  synchronized List<Parcel> abandon() {
    List<Parcel> rest = new ArrayList<>(unconfirmed.stream().map(Arrival::parcel).toList());
    unconfirmed.clear();
    return rest;
  }
}
