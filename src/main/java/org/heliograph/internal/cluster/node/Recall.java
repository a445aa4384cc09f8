package org.heliograph.internal.cluster.node;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import org.heliograph.internal.cluster.Entry;
import org.heliograph.internal.cluster.Place;
import org.heliograph.internal.cluster.entry.Claim;
import org.heliograph.internal.cluster.entry.EntryCodec;

/**
 * What a node has read lately, so that it can put back what the engine loses: the newest entries,
 * each with the place where the log has it. An entry is <em>lost</em> while the log does not have
 * its place; the node is <em>unsettled</em> while it has lost entries, or has forgotten some that
 * were lost. Thread-safe.
 */
final class Recall {
  /**
   * How long a node whose own entries are not lost gives way to others: at least, and by chance.
   */
  private static final int PATIENCE_MILLIS = 100;

  private static final int SPREAD_MILLIS = 500;

  private final String self;
  private final long maxMillis;
  private final long maxBytes;
  private final IntUnaryOperator chance;

  @GuardedBy("this")
  private final Deque<Remembered> entries = new ArrayDeque<>();

  @GuardedBy("this")
  private final Map<Key, Remembered> lost = new HashMap<>();

  @GuardedBy("this")
  private long bytes;

  /** The newest place of what is forgotten. */
  @GuardedBy("this")
  private Place forgotten = Place.NONE;

  /** The newest place of what is forgotten and was lost. */
  @GuardedBy("this")
  private Place givenUp = Place.NONE;

  @GuardedBy("this")
  private long epoch;

  @GuardedBy("this")
  private long due;

  @GuardedBy("this")
  private boolean planned;

  /** The number of this node's entry that says what has been put back; 0 for none. */
  @GuardedBy("this")
  private long claim;

  private record Key(String sender, long number) {
    static Key of(Entry entry) {
      return new Key(entry.sender(), entry.number());
    }
  }

  private static final class Remembered {
    final Entry entry;
    final long time;

    /** The epoch in which this node has read it first. */
    final long origin;

    Place place;

    Remembered(Entry entry, long time, Place place) {
      this.entry = entry;
      this.time = time;
      this.origin = place.epoch();
      this.place = place;
    }
  }

  /**
   * What is to be put back.
   *
   * @param entries in this node's order
   * @param claim what can be said once they are back
   */
  record Plan(List<Entry> entries, Claim claim) {}

  /**
   * Remembers nothing yet.
   *
   * @param self the sender that is this node
   * @param chance answers a number from 0 to below its argument
   */
  Recall(String self, long maxMillis, long maxBytes, IntUnaryOperator chance) {
    this.self = self;
    this.maxMillis = maxMillis;
    this.maxBytes = maxBytes;
    this.chance = chance;
  }

  /** Remembers an entry that this node did not have, and forgets what is too old or too much. */
  synchronized void remember(Entry entry, Place place, long now) {
    entries.addLast(new Remembered(entry, now, place));
    bytes += entry.body().length;
    while (!entries.isEmpty() && (bytes > maxBytes || entries.getFirst().time < now - maxMillis)) {
      forget(entries.removeFirst());
    }
  }

  @GuardedBy("this")
  private void forget(Remembered oldest) {
    bytes -= oldest.entry.body().length;
    if (lost.remove(Key.of(oldest.entry)) != null) {
      givenUp = max(givenUp, oldest.place);
    } else {
      forgotten = max(forgotten, oldest.place);
    }
  }

  private static Place max(Place one, Place other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  /** Finds out what the log has lost; asked when this node has looked at the log. */
  synchronized void review(Lineage log, long now) {
    if (log.end().epoch() == epoch) {
      return;
    }
    epoch = log.end().epoch();
    boolean own = false;
    lost.clear();
    for (Remembered remembered : entries) {
      if (!log.holds(remembered.place)) {
        lost.put(Key.of(remembered.entry), remembered);
        own |= remembered.entry.sender().equals(self);
      }
    }
    if (!log.holds(forgotten)) {
      givenUp = max(givenUp, forgotten);
      forgotten = Place.NONE;
    }
    planned = false;
    claim = 0;
    due = own ? now : now + PATIENCE_MILLIS + chance.applyAsInt(SPREAD_MILLIS);
  }

  /** Takes note that the log has an entry that this node had already. */
  synchronized void found(Entry entry, Place place) {
    Remembered back = lost.remove(Key.of(entry));
    if (back != null) {
      back.place = place;
    }
  }

  /** {@return whether the log lacks something that this node has told} */
  synchronized boolean isUnsettled() {
    return !lost.isEmpty() || !givenUp.equals(Place.NONE);
  }

  /**
   * {@return what this node has to put back now, once for each epoch}
   *
   * @param known the epoch that this node has come to; nothing is put back in one that has ended
   */
  synchronized Optional<Plan> plan(long known, long now) {
    if (planned || known != epoch || now < due || !isUnsettled()) {
      return Optional.empty();
    }
    planned = true;
    List<Entry> back = new ArrayList<>();
    for (Remembered remembered : entries) {
      Entry entry = remembered.entry;
      if (lost.containsKey(Key.of(entry))) {
        back.add(
            new Entry(
                entry.sender(),
                entry.number(),
                EntryCodec.again(entry.body(), Math.min(remembered.origin, known - 1))));
      }
    }
    return Optional.of(new Plan(back, new Claim(givenUp)));
  }

  /** Takes note that this node says under a number what it has put back. */
  synchronized void claimed(long number) {
    claim = number;
  }

  /** Takes note that what this node says has come back, so that all is back that can be. */
  synchronized void cameBack(long number) {
    if (number == claim) {
      for (Remembered gone : lost.values()) {
        bytes -= gone.entry.body().length;
      }
      entries.removeAll(lost.values());
      lost.clear();
      givenUp = Place.NONE;
    }
  }
}
