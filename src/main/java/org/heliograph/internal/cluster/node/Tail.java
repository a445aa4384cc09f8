package org.heliograph.internal.cluster.node;

import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import org.heliograph.internal.cluster.EngineRefusedException;
import org.heliograph.internal.cluster.Place;
import org.heliograph.internal.cluster.PlacedEntry;
import org.heliograph.internal.cluster.SharedLog;
import org.heliograph.internal.cluster.UnreachableException;

/**
 * Reads the shared log from its beginning and goes on, and finds its way when epochs change: where
 * the log has lost what this node has read, the node reads on behind the last place that both have.
 * For one thread at a time.
 */
final class Tail {
  private static final int READ_BYTES = 4 << 20;

  private final SharedLog log;
  private final Account account;
  private final Pulse pulse;
  private final Duration patience;
  private final LongSupplier clock;
  private final Outage away =
      new Outage(
          "HELIOGRAPH-0614: The engine cannot be reached to read, trying on",
          "HELIOGRAPH-0615: The shared log is read again");

  private long notBefore = Long.MIN_VALUE;

  /** Whether the extent is that of the log, as far as this node knows. */
  private boolean looked;

  /** Whether there is, and has lately been, more to read. */
  private boolean progressing;

  /** The log as it was looked at last. */
  private Lineage extent = Lineage.NOTHING;

  /** The part of this node's history that the log has. */
  private Lineage read = Lineage.NOTHING;

  /** Whether something is missing before what is read next. */
  private boolean missing;

  /**
   * Has read nothing yet.
   *
   * @param patience how long one call may wait for an entry
   */
  Tail(SharedLog log, Account account, Pulse pulse, Duration patience, LongSupplier clock) {
    this.log = log;
    this.account = account;
    this.pulse = pulse;
    this.patience = patience;
    this.clock = clock;
  }

  /** {@return after how many milliseconds another turn makes sense, 0 for at once; reads once} */
  long turn() {
    long now = clock.getAsLong();
    if (pulse.hasStopped(progressing)) {
      log.reconnect();
      looked = false;
    }
    if (now < notBefore) {
      return notBefore - now;
    }
    try {
      if (!looked) {
        look(now);
      }
      take(log.read(read.end(), READ_BYTES, patience));
      away.over();
      return 0;
    } catch (UnreachableException | EngineRefusedException e) {
      looked = false;
      progressing = false;
      long pause = away.failed(e);
      notBefore = now + pause;
      return pause;
    }
  }

  /** Has failures pass without a word, as the log is about to be closed. For any thread. */
  void end() {
    away.end();
  }

  private void look(long now) throws UnreachableException, EngineRefusedException {
    extent = Lineage.of(log.look(read.end()));
    looked = true;
    account.looked(extent, now);
    Place common = read.common(extent);
    if (!common.equals(read.end())) {
      goBack(common);
    }
  }

  /** Reads on behind the last place that both the log and this node have. */
  private void goBack(Place common) {
    long left = read.end().epoch();
    read = common.equals(Place.NONE) ? Lineage.NOTHING : extent.until(common);
    if (common.epoch() != left && read.end().compareTo(lastOf(common)) < 0) {
      // the log has gone on in an epoch that this node had left: no place of its own stands for
      // that
      read = extent.until(lastOf(common));
      missing = true;
    }
  }

  private Place lastOf(Place common) {
    return common.equals(Place.NONE) ? common : extent.lastOf(common.epoch());
  }

  private void take(List<PlacedEntry> entries) {
    progressing = !entries.isEmpty() && read.end().compareTo(extent.end()) < 0;
    if (!entries.isEmpty()) {
      pulse.tells();
    }
    Place before = read.end();
    account.expect(entries);
    for (PlacedEntry entry : entries) {
      if (!isReachable(entry.place())) {
        looked = false;
        break;
      }
      if (entry.place().compareTo(read.end()) > 0) {
        take(entry);
      }
    }
    if (!read.end().equals(before)) {
      account.reached(read.end());
    }
  }

  /** Whether it is known how the epoch of a place came about. */
  private boolean isReachable(Place place) {
    return place.epoch() == read.end().epoch() || extent.contains(place.epoch());
  }

  private void take(PlacedEntry entry) {
    Place place = entry.place();
    boolean gap = missing || place.sequence() != read.end().sequence() + 1;
    boolean entered = place.epoch() != read.end().epoch();
    missing = true; // should what follows fail
    read = entered ? extent.until(place) : new Lineage(read.epochs(), place);
    if (entered) {
      account.entered(read);
    }
    if (gap) {
      account.missed(place);
    }
    account.tell(entry, clock.getAsLong());
    missing = false;
  }
}
