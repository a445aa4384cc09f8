package org.heliograph.internal.cluster.node;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.heliograph.internal.cluster.ChannelEvent;
import org.heliograph.internal.cluster.Entry;
import org.heliograph.internal.cluster.Feed;
import org.heliograph.internal.cluster.Place;
import org.heliograph.internal.cluster.PlacedEntry;
import org.heliograph.internal.cluster.entry.Claim;
import org.heliograph.internal.cluster.entry.EntryCodec;
import org.heliograph.internal.cluster.entry.EventCodec;
import org.heliograph.internal.cluster.entry.Kind;
import org.heliograph.internal.cluster.node.SenderNumbers.Verdict;

/**
 * Tells the hub what the log has, each entry once, and notices what is missing: of each sender the
 * numbers are dense. For the thread that reads the log.
 */
final class Account {
  private static final Logger LOGGER = System.getLogger("org.heliograph");

  /** Of so many epochs it is known how far this node has read them. */
  private static final int EPOCHS = 64;

  private final String self;
  private final Feed feed;
  private final Hearer hearer;
  private final Recall recall;
  private final Flight flight;
  private final Pulse pulse;
  private final Doubts doubts;
  private final SenderNumbers numbers = new SenderNumbers();

  /** How far this node has read each epoch, the oldest first. */
  private final Map<Long, Long> furthest = new LinkedHashMap<>();

  private Place last = Place.NONE;

  /** The newest epoch in which this node has missed something; 0 for none. */
  private long missed;

  /** Has nothing to tell yet of the node that sends under a name. */
  Account(String self, Feed feed, Hearer hearer, Recall recall, Flight flight, Pulse pulse) {
    this.self = self;
    this.feed = feed;
    this.hearer = hearer;
    this.recall = recall;
    this.flight = flight;
    this.pulse = pulse;
    this.doubts = new Doubts(feed);
  }

  /** The log was looked at. */
  void looked(Lineage log, long now) {
    recall.review(log, now);
    flight.looked(log.end().epoch());
  }

  /** The first place of an epoch that this node reads comes next. */
  void entered(Lineage read) {
    doubts.flush();
    furthest.merge(last.epoch(), last.sequence(), Math::max);
    if (furthest.size() > EPOCHS) {
      furthest.remove(furthest.keySet().iterator().next());
    }
    feed.epochs(read.epochs());
    flight.entered(read.end());
  }

  /** What comes next has been read together, and is about to be told. */
  void expect(List<PlacedEntry> next) {
    doubts.expect(
        next.stream()
            .filter(one -> one.entry().filter(this::isDoubtful).isPresent())
            .map(PlacedEntry::place)
            .toList());
  }

  /** Whether an entry may stand in an older epoch as well, where this node has not read it. */
  private boolean isDoubtful(Entry entry) {
    return EntryCodec.origin(entry.body()).isPresent()
        && !numbers.knows(entry.sender(), entry.number());
  }

  /** All that was read last has been told. */
  void reached(Place place) {
    doubts.flush();
    flight.reached(place);
  }

  /** This node can no longer read what comes before a place. */
  void missed(Place place) {
    LOGGER.log(
        place.sequence() > 1 && !last.equals(Place.NONE) ? Level.WARNING : Level.DEBUG,
        "HELIOGRAPH-0616: The shared log has dropped entries that this node had yet to read, before"
            + " {0}",
        place);
    numbers.expectGaps(true);
    miss(place);
  }

  /** Tells what is at the next place. */
  void tell(PlacedEntry next, long now) {
    last = next.place();
    if (next.entry().isEmpty()) {
      feed.pass(next.place(), next.time());
    } else {
      tell(next.place(), next.time(), next.entry().get(), now);
    }
    if (recall.isUnsettled()) {
      doubts.after(next.place());
    }
  }

  private void tell(Place place, long time, Entry entry, long now) {
    OptionalLong origin = EntryCodec.origin(entry.body());
    Verdict verdict = numbers.hear(entry.sender(), entry.number());
    if (origin.isPresent() && verdict != Verdict.KNOWN) {
      doubt(origin.getAsLong(), place);
    }
    if (verdict == Verdict.KNOWN) {
      recall.found(entry, place);
      feed.pass(place, time);
      return;
    }
    if (verdict == Verdict.GAP) {
      miss(place, "entries of " + entry.sender());
    }
    read(place, time, entry, origin.isPresent());
    recall.remember(entry, place, now);
    if (entry.sender().equals(self)) {
      flight
          .cameBack(entry.number(), place)
          .ifPresent(
              sentAt -> {
                numbers.expectGaps(false);
                pulse.heard(sentAt);
              });
    }
  }

  /**
   * What comes next was told elsewhere to clients whose positions are of an epoch or a newer one.
   */
  private void doubt(long origin, Place next) {
    doubts.before(missed < origin ? origin : origin - 1, next);
  }

  private void read(Place place, long time, Entry entry, boolean again) {
    Optional<EntryCodec.Letter> letter = EntryCodec.decode(entry.body());
    Optional<Kind> kind = letter.map(EntryCodec.Letter::kind);
    byte[] body = letter.map(EntryCodec.Letter::body).orElse(new byte[0]);
    if (kind.equals(Optional.of(Kind.EVENT))) {
      Optional<ChannelEvent> event = EventCodec.decode(body);
      event.ifPresentOrElse(known -> feed.event(place, time, known), () -> feed.pass(place, time));
      return;
    }
    if (kind.equals(Optional.of(Kind.RECALL)) && !again) {
      Claim.decode(body).ifPresent(claim -> hear(place, entry, claim));
    }
    feed.pass(place, time);
    kind.ifPresent(known -> hearer.heard(place, time, entry.sender(), known, again, body));
  }

  private void hear(Place place, Entry entry, Claim claim) {
    if (entry.sender().equals(self)) {
      recall.cameBack(entry.number());
    } else if (!has(claim.after())) {
      miss(place, "entries up to " + claim.after());
    }
  }

  private boolean has(Place place) {
    long read =
        place.epoch() == last.epoch()
            ? last.sequence()
            : furthest.getOrDefault(place.epoch(), place.equals(Place.NONE) ? 0L : -1L);
    return place.sequence() <= read;
  }

  private void miss(Place place) {
    missed = place.epoch();
    feed.miss(place);
  }

  private void miss(Place place, String what) {
    LOGGER.log(
        Level.WARNING,
        "HELIOGRAPH-0617: The engine has lost {0} before this node had read them, and no node has put"
            + " them back before {1}",
        what,
        place);
    miss(place);
  }
}
