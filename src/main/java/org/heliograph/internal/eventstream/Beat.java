package org.heliograph.internal.eventstream;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** Sends an item of a supplier at each beat for which the client is ready. Thread-safe. */
final class Beat implements Runnable {
  private final RunningStream stream;
  private final Supplier<?> source;
  private final AtomicBoolean busy = new AtomicBoolean();

  Beat(RunningStream stream, Supplier<?> source) {
    this.stream = stream;
    this.source = source;
  }

  /** Beats now and from now on. */
  void start(ScheduledThreadPoolExecutor timer, Duration interval) {
    ScheduledFuture<?> beats =
        timer.scheduleAtFixedRate(this, 0, interval.toNanos(), TimeUnit.NANOSECONDS);
    stream.onEnd(() -> beats.cancel(false));
  }

  @Override
  public void run() {
    if (stream.output().waiting() == 0 && busy.compareAndSet(false, true)) {
      stream.call(this::sample);
    }
  }

  private void sample() {
    try {
      if (stream.isRunning()) {
        stream.output().put(source.get());
      }
    } finally {
      busy.set(false);
    }
  }
}
