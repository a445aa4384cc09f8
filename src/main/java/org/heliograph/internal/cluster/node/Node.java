package org.heliograph.internal.cluster.node;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.heliograph.BroadcastFailedException;
import org.heliograph.internal.cluster.ChannelEvent;
import org.heliograph.internal.cluster.Place;
import org.heliograph.internal.cluster.SharedLog;
import org.heliograph.internal.cluster.entry.EntryCodec;
import org.heliograph.internal.cluster.entry.EventCodec;
import org.heliograph.internal.cluster.entry.Kind;

/**
 * One of the nodes that share a log: sends on one thread, reads on another. What it sends counts
 * when the node has read it again. Thread-safe.
 */
public final class Node implements AutoCloseable {
  private static final Logger LOGGER = System.getLogger("org.heliograph");
  private static final long CLOSE_MILLIS = 2000;

  private final NodeOptions options;
  private final SharedLog log;
  private final LongSupplier clock;
  private final Outbox outbox;
  private final Arrivals arrivals;
  private final Flight flight;
  private final Pulse pulse;
  private final Sender sender;
  private final Tail tail;
  private final Thread sending;
  private final Thread reading;

  private volatile boolean stopped;

  /** Makes a node that has not been started. */
  public Node(NodeOptions options, NodeEnvironment around, SharedLog log) {
    this.options = options;
    this.log = log;
    this.clock = around.clock();
    long beatMillis = options.beat().toMillis();
    Recall recall =
        new Recall(
            around.sender(), options.recall().toMillis(), options.recallBytes(), around.chance());
    this.outbox = new Outbox(options.buffer(), options.batch());
    this.arrivals = new Arrivals(outbox, log.confirms());
    this.flight =
        new Flight(
            around.sender(), outbox, arrivals, recall, around.beats(), beatMillis, options.batch());
    this.pulse = new Pulse(around.feed(), beatMillis, clock.getAsLong(), around.running());
    Account account =
        new Account(around.sender(), around.feed(), around.hearer(), recall, flight, pulse);
    this.sender = new Sender(log, flight, clock);
    this.tail = new Tail(log, account, pulse, options.readPatience(), clock);
    this.sending = around.threads().newThread(() -> run("Sending to the shared log", sender::turn));
    this.reading = around.threads().newThread(() -> run("Reading the shared log", tail::turn));
  }

  /** Starts both threads. */
  public void start() {
    reading.start();
    sending.start();
  }

  private void run(String what, LongSupplier turn) {
    while (!stopped) {
      long pause = turnSafely(what, turn);
      if (pause > 0) {
        LockSupport.parkNanos(this, TimeUnit.MILLISECONDS.toNanos(pause));
      }
    }
  }

  private static long turnSafely(String what, LongSupplier turn) {
    try {
      return turn.getAsLong();
    } catch (RuntimeException | Error e) {
      LOGGER.log(Level.ERROR, "HELIOGRAPH-0618: " + what + " failed, going on", e);
      return 1000;
    }
  }

  /** {@return a broadcast, ready to be sent once: an event for each of its channels} */
  public static Parcel pack(ChannelEvent... events) {
    return new Parcel(
        Stream.of(events)
            .map(event -> EntryCodec.encode(Kind.EVENT, EventCodec.encode(event)))
            .toList());
  }

  /** {@return something for other nodes, ready to be sent once} */
  public static Parcel pack(Kind kind, byte[] body) {
    return new Parcel(List.of(EntryCodec.encode(kind, body)));
  }

  /**
   * Sends something, and waits until this node has read it again and told it.
   *
   * @return the place that it, or the last part of it, has got
   * @throws BroadcastFailedException if it has not come back in time, or this node is cut off
   * @throws IllegalStateException if this node has stopped
   */
  public Place send(Parcel parcel) {
    return send(parcel, options.sendTimeout());
  }

  /** Sends something as {@link #send(Parcel)} does, and waits for a time of the caller's. */
  public Place send(Parcel parcel, Duration timeout) {
    if (pulse.isCutOff()) {
      throw new BroadcastFailedException("This node is cut off from the engine", false);
    }
    outbox.add(parcel);
    LockSupport.unpark(sending);
    try {
      return parcel.arrival().get(timeout.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      throw failed(parcel, "has not come back from the engine in " + timeout, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failed(parcel, "was interrupted while it waited for the engine", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof BroadcastFailedException failure
          ? failure
          : failed(parcel, "has failed", e);
    }
  }

  private BroadcastFailedException failed(Parcel parcel, String what, Exception reason) {
    boolean withdrawn = outbox.withdraw(parcel);
    return new BroadcastFailedException("The broadcast " + what, !withdrawn, reason);
  }

  /**
   * Keeps room for what is sent with {@link #post}, until it has come back or {@link #release}
   * gives back the room.
   *
   * @throws BroadcastFailedException if there is no room
   */
  public void reserve(Parcel parcel) {
    outbox.reserve(parcel);
  }

  /** Gives back the room of something that is not sent. */
  public void release(Parcel parcel) {
    outbox.release(parcel);
  }

  /**
   * Has something sent for which room is kept, after all that waits, and does not wait for it.
   *
   * @throws IllegalStateException if this node has stopped
   */
  public void post(Parcel parcel) {
    parcel.keep();
    outbox.add(parcel);
    LockSupport.unpark(sending);
  }

  /** {@return whether what this node sends has come back lately} */
  public boolean isConnected() {
    return pulse.isFollowing();
  }

  /** {@return for how long this node may have read less than there was} */
  public Duration lag() {
    return Duration.ofMillis(Math.max(0, clock.getAsLong() - pulse.provenUntil()));
  }

  /**
   * Sends what waits and says that this node leaves, for two seconds at most, then stops both
   * threads and closes the log. What has not been sent by then is lost.
   */
  @Override
  public void close() {
    Parcel leave = pack(Kind.LEAVE, new byte[0]);
    if (outbox.close(leave) && reading.isAlive() && !pulse.isCutOff()) {
      LockSupport.unpark(sending);
      await(leave);
    }
    stopped = true;
    sender.end();
    tail.end();
    log.close();
    LockSupport.unpark(sending);
    LockSupport.unpark(reading);
    join(sending);
    join(reading);
    long lost = fail(outbox.abandon(), false);
    lost += fail(flight.abandon(), true);
    lost += fail(arrivals.abandon(), true);
    if (lost > 0) {
      LOGGER.log(
          Level.WARNING,
          "HELIOGRAPH-0620: This node has stopped; broadcasts after a commit that may be lost: {0}",
          lost);
    }
  }

  private static void await(Parcel leave) {
    try {
      leave.arrival().get(CLOSE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException e) {
      LOGGER.log(
          Level.WARNING, "HELIOGRAPH-0619: The engine did not take the last that was sent", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join(CLOSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** {@return how many of them nobody waits for, so that nobody hears of their failure} */
  private static long fail(List<Parcel> parcels, boolean uncertain) {
    long kept = 0;
    for (Parcel parcel : parcels) {
      boolean failed =
          parcel
              .arrival()
              .completeExceptionally(
                  new BroadcastFailedException("The application has stopped", uncertain));
      kept += failed && parcel.isKept() ? 1 : 0;
    }
    return kept;
  }

  /** {@return one turn of the sender: for tests, without threads} */
  Sender sender() {
    return sender;
  }

  /** {@return one turn of the reader: for tests, without threads} */
  Tail tail() {
    return tail;
  }
}
