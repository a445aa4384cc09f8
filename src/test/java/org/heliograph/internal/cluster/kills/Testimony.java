package org.heliograph.internal.cluster.kills;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.heliograph.internal.cluster.Place;

/** What one client has got, on one stream after the other. */
final class Testimony {
  private final String client;

  @GuardedBy("this")
  private final Map<String, BitSet> received = new HashMap<>();

  @GuardedBy("this")
  private final List<String> faults = new ArrayList<>();

  @GuardedBy("this")
  private final List<String> told = new ArrayList<>();

  @GuardedBy("this")
  private Place last = Place.NONE;

  @GuardedBy("this")
  private int count;

  Testimony(String client) {
    this.client = client;
  }

  /** An event has come, the text of which is that of a {@link Sender}. */
  synchronized void received(Place place, String text) {
    count++;
    if (place.compareTo(last) <= 0) {
      faults.add(client + " got " + text + " at " + place + " after " + last);
    }
    last = place;
    int dash = text.lastIndexOf('-');
    int number = Integer.parseInt(text.substring(dash + 1));
    BitSet numbers = received.computeIfAbsent(text.substring(0, dash), name -> new BitSet());
    if (numbers.get(number)) {
      faults.add(client + " got " + text + " again");
    } else if (numbers.length() > number) {
      faults.add(client + " got " + text + " after " + (numbers.length() - 1));
    }
    numbers.set(number);
  }

  /** The client has been told that something may be missing. */
  synchronized void told(String event) {
    told.add(client + " was told " + event + " after " + last);
  }

  /** {@return where the last event came, beyond which all that is still to come lies} */
  synchronized Place last() {
    return last;
  }

  /** {@return the numbers of the texts of a sender that have come} */
  synchronized BitSet of(Sender sender) {
    return (BitSet) received.getOrDefault(sender.name, new BitSet()).clone();
  }

  /** {@return how many events have come} */
  synchronized int count() {
    return count;
  }

  /** {@return what the client was told of anything missing, one sentence each} */
  synchronized List<String> told() {
    return List.copyOf(told);
  }

  /** {@return what was wrong, one sentence each} */
  synchronized List<String> faults() {
    return List.copyOf(faults);
  }

  @Override
  public String toString() {
    return client;
  }
}
