package org.heliograph.internal.signal;

import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * What a hub counts. The hot path adds to it once a drain, not once an event. Thread-safe; no
 * method takes a lock.
 */
public final class Signals {
  /** Says that a drain has written no event of which an age would tell anything. */
  public static final long NO_TIME = Long.MAX_VALUE;

  private static final double NANOS = 1e9;
  private static final double MILLIS = 1e3;

  private final LongSupplier clock;
  private final Counters connections = new Counters();
  private final Counters subscriptions = new Counters();
  private final Counters published = new Counters();
  private final Counters refusals = new Counters();
  private final Counters ends = new Counters();
  private final LongAdder recovered = new LongAdder();
  private final LongAdder unrecovered = new LongAdder();
  private final LongAdder delivered = new LongAdder();
  private final LongAdder gaps = new LongAdder();
  private final LongAdder replayedBytes = new LongAdder();

  private final Histogram drains =
      new Histogram(
          NANOS,
          10_000,
          25_000,
          50_000,
          100_000,
          250_000,
          500_000,
          1_000_000,
          2_500_000,
          5_000_000,
          10_000_000,
          25_000_000,
          50_000_000,
          100_000_000,
          250_000_000,
          500_000_000,
          1_000_000_000,
          10_000_000_000L);

  private final Histogram ages =
      new Histogram(MILLIS, 1, 2, 5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000, 10_000, 60_000);

  // set once, while the hub is made
  private LongSupplier historyBytes = () -> 0;
  private IntSupplier slowWrites = () -> 0;
  private Supplier<Duration> lag = () -> Duration.ZERO;

  // set once, when the hub has been made
  private volatile IntSupplier ownStreams = () -> 0;

  /**
   * Has counted nothing yet.
   *
   * @param clock milliseconds, as those in which the log says when it has taken an event
   */
  public Signals(LongSupplier clock) {
    this.clock = clock;
  }

  /**
   * Says where to look for what is not counted; before anybody asks for a snapshot.
   *
   * @param history answers what the events weigh that the log holds
   * @param slow answers how many streams have a place in the slow lane
   * @param behind answers how far the node is behind the log that it shares
   */
  public void observe(LongSupplier history, IntSupplier slow, Supplier<Duration> behind) {
    historyBytes = history;
    slowWrites = slow;
    lag = behind;
  }

  /**
   * Says where to look for the streams that are none of the hub's.
   *
   * @param running answers how many streams of the application's own have not ended
   */
  public void observeOwnStreams(IntSupplier running) {
    ownStreams = running;
  }

  /** {@return the open streams by transport} */
  public Counters connections() {
    return connections;
  }

  /** {@return the subscriptions of open streams by pattern} */
  public Counters subscriptions() {
    return subscriptions;
  }

  /** {@return the events that this node has published, by pattern} */
  public Counters published() {
    return published;
  }

  /** {@return what was asked for and refused, by code} */
  public Counters refusals() {
    return refusals;
  }

  /** {@return the streams that have ended, by reason} */
  public Counters ends() {
    return ends;
  }

  /** A channel has been resumed; whether nothing is missing. */
  public void resumed(boolean completely) {
    (completely ? recovered : unrecovered).increment();
  }

  /** The client of one stream is told that events of one channel are missing. */
  public void gap() {
    gaps.increment();
  }

  /**
   * A drain has written events to one stream, or told it of gaps.
   *
   * @param nanos how long the drain has taken
   * @param events how many events it has written, control events not among them
   * @param gapEvents how many gaps it has told of
   * @param replayed the bytes of those events that were from before the stream's beginning
   * @param oldest when the log has taken the oldest of the other events; {@link #NO_TIME} if there
   *     is none
   */
  public void drained(long nanos, int events, int gapEvents, long replayed, long oldest) {
    delivered.add(events);
    drains.record(nanos);
    if (oldest != NO_TIME) {
      ages.record(clock.getAsLong() - oldest);
    }
    if (replayed > 0) {
      replayedBytes.add(replayed);
    }
    if (gapEvents > 0) {
      gaps.add(gapEvents);
    }
  }

  /**
   * {@return all figures at this moment} Each is right by itself; those that change meanwhile may
   * be of slightly different moments.
   */
  public SignalSnapshot snapshot() {
    return new SignalSnapshot(
        new SignalSnapshot.Gauges(
            connections.sums(),
            ownStreams.getAsInt(),
            subscriptions.sums(),
            historyBytes.getAsLong(),
            slowWrites.getAsInt(),
            lag.get()),
        new SignalSnapshot.Totals(
            published.sums(),
            delivered.sum(),
            gaps.sum(),
            recovered.sum(),
            unrecovered.sum(),
            refusals.sums(),
            ends.sums(),
            replayedBytes.sum()),
        ages.snapshot(),
        drains.snapshot());
  }
}
