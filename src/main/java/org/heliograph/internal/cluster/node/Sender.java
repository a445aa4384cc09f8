package org.heliograph.internal.cluster.node;

import java.util.Optional;
import java.util.function.LongSupplier;
import org.heliograph.BroadcastFailedException;
import org.heliograph.internal.cluster.EngineRefusedException;
import org.heliograph.internal.cluster.SharedLog;
import org.heliograph.internal.cluster.UnreachableException;

/** Appends what a {@link Flight} has, one batch after the other. For one thread at a time. */
final class Sender {
  /** How long to wait if there is nothing to do and nobody wakes the thread, in milliseconds. */
  private static final long IDLE_MILLIS = 100;

  private static final String MENDED =
      "HELIOGRAPH-0612: The engine takes again what this node sends";

  private final SharedLog log;
  private final Flight flight;
  private final LongSupplier clock;
  private final Outage away =
      new Outage("HELIOGRAPH-0611: The engine cannot be reached to send, trying on", MENDED);
  private final Outage refusing =
      new Outage("HELIOGRAPH-0613: The engine refuses what this node sends, trying on", MENDED);

  private long notBefore;

  /** How much had come back at the last failure. */
  private long returned;

  /** Sends nothing yet. */
  Sender(SharedLog log, Flight flight, LongSupplier clock) {
    this.log = log;
    this.flight = flight;
    this.clock = clock;
    this.notBefore = Long.MIN_VALUE;
  }

  /** {@return after how many milliseconds another turn makes sense, 0 for at once; appends once} */
  long turn() {
    long now = clock.getAsLong();
    if (now < notBefore) {
      return notBefore - now;
    }
    Optional<Batch> next = flight.next(now);
    if (next.isEmpty()) {
      return IDLE_MILLIS;
    }
    Batch batch = next.get();
    try {
      flight.appended(batch, log.append(batch.known(), batch.entries()));
      away.over();
      refusing.over();
      return 0;
    } catch (UnreachableException e) {
      if (flight.returned() != returned) {
        away.lighten();
      }
      returned = flight.returned();
      return pause(away.failed(e));
    } catch (EngineRefusedException e) {
      for (Parcel parcel : flight.refused(batch)) {
        parcel
            .arrival()
            .completeExceptionally(
                new BroadcastFailedException(
                    "The engine refuses the broadcast: " + e.getMessage(), false, e));
      }
      return pause(refusing.failed(e));
    }
  }

  /** Has failures pass without a word, as the log is about to be closed. For any thread. */
  void end() {
    away.end();
    refusing.end();
  }

  private long pause(long millis) {
    notBefore = clock.getAsLong() + millis;
    return millis;
  }
}
