package org.heliograph.internal.eventstream;

import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.heliograph.internal.eventstream.life.Receipt;
import org.heliograph.internal.eventstream.life.RunningStream;

/** Sends an item of a supplier at each beat for which the client is ready. Thread-safe. */
final class Beat implements Runnable {
  private final RunningStream stream;
  private final Supplier<?> source;
  private final AtomicBoolean busy = new AtomicBoolean();

  Beat(RunningStream stream, Supplier<?> source) {
    this.stream = stream;
    this.source = source;
  }

  /**
   * Beats now and from now on.
   *
   * @param nanos from one beat to the next
   */
  void start(ScheduledThreadPoolExecutor timer, long nanos) {
    ScheduledFuture<?> beats = timer.scheduleAtFixedRate(this, 0, nanos, TimeUnit.NANOSECONDS);
    stream.onEnd(() -> beats.cancel(false));
  }

  @Override
  public void run() {
    if (!stream.output().isBusy() && busy.compareAndSet(false, true)) {
      stream.sample(this::sample);
    }
  }

  private void sample() {
    try {
      if (stream.isRunning()) {
        boolean unused = stream.output().offer(source.get(), Integer.MAX_VALUE, Receipt.NONE);
      }
    } finally {
      busy.set(false);
    }
  }
}
