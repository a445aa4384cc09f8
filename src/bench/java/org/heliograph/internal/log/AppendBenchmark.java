package org.heliograph.internal.log;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.heliograph.Broadcast;
import org.heliograph.internal.log.epoch.Epochs;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What the log costs: an append, and a reader that joins and leaves. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class AppendBenchmark {
  private static final int HISTORY = 256;

  private final HubLog<Reader> log =
      new HubLog<>(Epochs.only("bench"), 64L << 20, () -> System.nanoTime() / 1_000_000);
  private final Message message =
      new MessageEncoder(String::valueOf)
          .encode(
              Broadcast.to("c").event("tick").data("x".repeat(100)),
              name -> ChannelOptions.DEFAULTS);
  private final Map<String, ChannelOptions> channel = Map.of("c", ChannelOptions.DEFAULTS);
  private final Reader reader =
      new Reader() {
        @Override
        public boolean maySee(Frame frame) {
          return true;
        }

        @Override
        public boolean isClosed() {
          return false;
        }
      };

  private Position halfWay;

  /** Fills the history, as it always is. */
  @Setup
  public void fill() {
    for (int i = 0; i < HISTORY; i++) {
      log.append(message);
    }
    halfWay = log.at(log.head() - HISTORY / 2);
  }

  /** A message gets its place, and the oldest of the history goes. */
  @Benchmark
  public Object append() {
    return log.append(message);
  }

  /** A reader begins with what comes. */
  @Benchmark
  public void join() {
    log.join(reader, channel, Optional.empty(), 0).forEach(result -> log.leave(result.cursor()));
  }

  /** A reader resumes in the middle of the history. */
  @Benchmark
  public void resume() {
    log.join(reader, channel, Optional.of(halfWay), 0)
        .forEach(result -> log.leave(result.cursor()));
  }
}
