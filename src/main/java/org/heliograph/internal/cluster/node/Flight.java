package org.heliograph.internal.cluster.node;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.heliograph.internal.cluster.Entry;
import org.heliograph.internal.cluster.Extent;
import org.heliograph.internal.cluster.Place;
import org.heliograph.internal.cluster.entry.Claim;
import org.heliograph.internal.cluster.entry.EntryCodec;
import org.heliograph.internal.cluster.entry.Kind;
import org.heliograph.internal.cluster.node.Batch.Source;

/**
 * What a node has sent and not yet read again, and what comes next: first what is to be put back,
 * then what the engine may not have, and only then what is new, for a sender's numbers must get to
 * the log in order. When a new epoch begins, all that has not come back is sent once more under the
 * same numbers. Thread-safe.
 */
final class Flight {
  /** So many batches may have been appended that have not been read again. */
  private static final int MOST_UNDER_WAY = 8;

  private final String self;
  private final Outbox outbox;
  private final Arrivals arrivals;
  private final Recall recall;
  private final Supplier<byte[]> beats;
  private final long beatMillis;
  private final BatchLimit limit;

  @GuardedBy("this")
  private Place known = Place.NONE;

  /** The newest epoch that the log is known to have come to. */
  @GuardedBy("this")
  private long newest;

  /** What has been sent and has not come back, by number. */
  @GuardedBy("this")
  private Deque<Sent> underWay = new ArrayDeque<>();

  @GuardedBy("this")
  private long lastNumber;

  @GuardedBy("this")
  private long returned;

  /** The last number that the log is known to have taken in the epoch that is known. */
  @GuardedBy("this")
  private long acknowledged;

  @GuardedBy("this")
  private Deque<Entry> puttingBack = new ArrayDeque<>();

  /** What is to be said once all has been put back. */
  @GuardedBy("this")
  private Optional<Claim> claim = Optional.empty();

  @GuardedBy("this")
  private OptionalLong lastBeat = OptionalLong.empty();

  /**
   * Nothing is under way.
   *
   * @param self the sender that is this node
   * @param beats answers the body of the next beat
   * @param limit how much is appended at once
   */
  Flight(
      String self,
      Outbox outbox,
      Arrivals arrivals,
      Recall recall,
      Supplier<byte[]> beats,
      long beatMillis,
      BatchLimit limit) {
    this.self = self;
    this.outbox = outbox;
    this.arrivals = arrivals;
    this.recall = recall;
    this.beats = beats;
    this.beatMillis = beatMillis;
    this.limit = limit;
  }

  /** {@return what is to be appended next; empty if there is nothing, or nothing may be} */
  synchronized Optional<Batch> next(long now) {
    // in an epoch that has ended nothing is appended, and what is sent again is in doubt
    if (known.equals(Place.NONE) || known.epoch() < newest) {
      return Optional.empty();
    }
    if (puttingBack.isEmpty() && claim.isEmpty()) {
      Optional<Recall.Plan> plan = recall.plan(known.epoch(), now);
      puttingBack = new ArrayDeque<>(plan.map(Recall.Plan::entries).orElse(List.of()));
      claim = plan.map(Recall.Plan::claim);
    }
    if (!puttingBack.isEmpty()) {
      return batch(limit.firstOf(puttingBack), Source.PUT_BACK);
    }
    if (claim.isPresent() && unanswered().isEmpty()) {
      depart(EntryCodec.encode(Kind.RECALL, claim.get().encode()), now);
      recall.claimed(lastNumber);
      claim = Optional.empty();
    }
    List<Entry> unanswered = unanswered();
    return unanswered.isEmpty() ? fresh(now) : batch(unanswered, Source.UNDER_WAY);
  }

  @GuardedBy("this")
  private List<Entry> unanswered() {
    return limit.firstOfSent(underWay, acknowledged);
  }

  @GuardedBy("this")
  private Optional<Batch> fresh(long now) {
    if (underWay.size() >= MOST_UNDER_WAY * limit.entries()) {
      return Optional.empty();
    }
    List<Entry> entries = new ArrayList<>();
    boolean due = lastBeat.isEmpty() || now - lastBeat.getAsLong() >= beatMillis;
    if (due && !outbox.isClosed()) { // a beat after the LEAVE would bring this node back
      lastBeat = OptionalLong.of(now);
      entries.add(depart(EntryCodec.encode(Kind.BEAT, beats.get()), now));
    }
    for (Parcel parcel : outbox.take()) {
      for (Sent sent : Sent.of(parcel, self, lastNumber, now)) {
        entries.add(depart(sent));
      }
    }
    return batch(entries, Source.NEW);
  }

  @GuardedBy("this")
  private Entry depart(byte[] bytes, long now) {
    Entry entry = new Entry(self, lastNumber + 1, bytes);
    return depart(new Sent(entry, Optional.empty(), false, now));
  }

  @GuardedBy("this")
  private Entry depart(Sent sent) {
    lastNumber = sent.entry().number();
    underWay.addLast(sent);
    return sent.entry();
  }

  @GuardedBy("this")
  private Optional<Batch> batch(List<Entry> entries, Source source) {
    return entries.isEmpty() ? Optional.empty() : Optional.of(new Batch(known, entries, source));
  }

  /** Takes note of the engine's answer to a batch. */
  synchronized void appended(Batch batch, Extent extent) {
    if (known.epoch() != batch.known().epoch()) {
      return; // this node has come to another epoch meanwhile, in which all is sent once more
    }
    if (extent.newest().epoch() != known.epoch()) {
      looked(extent.newest().epoch());
    } else if (batch.source() == Source.PUT_BACK) {
      batch.entries().forEach(entry -> puttingBack.removeFirst());
    } else {
      acknowledged = batch.entries().get(batch.entries().size() - 1).number();
      arrivals.confirm(acknowledged);
    }
  }

  /**
   * Takes back what the engine has refused, if nothing of it can be in the log: as if it had never
   * been sent.
   *
   * @return what is not sent, and nobody keeps for later
   */
  synchronized List<Parcel> refused(Batch batch) {
    if (batch.source() != Source.NEW) {
      return List.of();
    }
    List<Parcel> parcels = new ArrayList<>();
    for (int i = 0; i < batch.entries().size(); i++) {
      underWay.removeLast().parcel().ifPresent(parcel -> parcels.add(0, parcel));
      lastNumber--;
    }
    outbox.giveBack(parcels.stream().filter(Parcel::isKept).toList());
    return parcels.stream().filter(parcel -> !parcel.isKept()).toList();
  }

  /** The log has come to an epoch. */
  synchronized void looked(long epoch) {
    newest = Math.max(newest, epoch);
  }

  /** This node has come to an epoch, which it knew nothing of or had yet to read. */
  synchronized void entered(Place place) {
    long old = Math.min(known.epoch(), place.epoch() - 1);
    known = place;
    acknowledged = 0;
    arrivals.confirm(0);
    puttingBack = new ArrayDeque<>();
    claim = Optional.empty();
    Deque<Sent> again = new ArrayDeque<>();
    underWay.forEach(sent -> again.addLast(sent.again(old)));
    underWay = again;
  }

  /** This node has read up to a place of the epoch that it had come to. */
  synchronized void reached(Place place) {
    known = place;
  }

  /**
   * This node has read what it has sent under a number.
   *
   * @return when it was sent; empty if it had come back before
   */
  OptionalLong cameBack(long number, Place place) {
    List<Sent> back = takeUpTo(number);
    back.forEach(sent -> arrivals.read(sent, place));
    return back.isEmpty()
        ? OptionalLong.empty()
        : OptionalLong.of(back.get(back.size() - 1).time());
  }

  /** {@return how often something has come back} */
  synchronized long returned() {
    return returned;
  }

  private synchronized List<Sent> takeUpTo(long number) {
    List<Sent> back = new ArrayList<>();
    while (!underWay.isEmpty() && underWay.getFirst().entry().number() <= number) {
      back.add(underWay.removeFirst());
      returned++;
    }
    return back;
  }

  /** {@return what was sent, and is not waited for any longer} */
  synchronized List<Parcel> abandon() {
    return underWay.stream().flatMap(sent -> sent.parcel().stream()).toList();
  }
}
