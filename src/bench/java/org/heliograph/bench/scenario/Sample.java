package org.heliograph.bench.scenario;

import java.io.IOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.heliograph.bench.load.Fleet;
import org.heliograph.bench.report.Metric;
import org.heliograph.bench.subject.Running;
import org.heliograph.bench.subject.Usage;

/**
 * What has happened between two moments.
 *
 * @param events that all streams together got
 * @param engineSeconds the CPU time of what keeps the log of many nodes
 * @param compilerSeconds what the JIT compilers had of the CPU time; not a number where there are
 *     none, negative if one has ended meanwhile
 * @param loadSeconds the CPU time of the load generator
 * @param latencies of the events that were also sent between them, in microseconds
 */
record Sample(
    double seconds,
    long events,
    double cpuSeconds,
    double engineSeconds,
    double compilerSeconds,
    double loadSeconds,
    Usage after,
    Histogram latencies) {

  /**
   * What streams have got.
   *
   * @param latencies of those events that were sent meanwhile, in microseconds
   */
  record Reading(long events, double seconds, Histogram latencies) {

    /** Reads for some time. */
    static Reading of(Fleet fleet, Duration time) throws IOException {
      fleet.takeLatencies();
      long received = fleet.received();
      long start = System.nanoTime();
      fleet.readFor(time);
      double seconds = (System.nanoTime() - start) / 1e9;
      return new Reading(fleet.received() - received, seconds, fleet.takeLatencies());
    }

    /** {@return events a second} */
    double rate() {
      return events / seconds;
    }
  }

  /** Reads for some time and tells what has happened. */
  static Sample take(Running subject, Fleet fleet, Duration time) throws IOException {
    return take(subject, () -> Reading.of(fleet, time));
  }

  /** Tells what has happened while something was read. */
  static Sample take(Running subject, Running.Measurement<Reading> reader) throws IOException {
    Usage before = subject.usage();
    double engineBefore = engineSeconds(subject);
    double loadBefore = Usage.own().cpuSeconds();
    long start = System.nanoTime();
    Reading reading = reader.take();
    double seconds = (System.nanoTime() - start) / 1e9;
    Usage after = subject.usage();
    return new Sample(
        seconds,
        reading.events(),
        after.cpuSeconds() - before.cpuSeconds(),
        engineSeconds(subject) - engineBefore,
        subject.isJvm() ? after.compilerSeconds() - before.compilerSeconds() : Double.NaN,
        Usage.own().cpuSeconds() - loadBefore,
        after,
        reading.latencies());
  }

  private static double engineSeconds(Running subject) throws IOException {
    return subject.engine().isPresent() ? subject.engine().get().usage().cpuSeconds() : 0;
  }

  double rate() {
    return events / seconds;
  }

  /** {@return rate, cost, latency and memory} */
  Map<Metric, Double> values() {
    Map<Metric, Double> values = new EnumMap<>(Metric.class);
    values.put(Metric.EVENTS, rate());
    values.put(Metric.CPU, events == 0 ? 0 : cpuSeconds * 1e6 / events);
    values.put(Metric.P50, latencies.getValueAtPercentile(50) / 1e3);
    values.put(Metric.P99, latencies.getValueAtPercentile(99) / 1e3);
    values.put(Metric.P999, latencies.getValueAtPercentile(99.9) / 1e3);
    if (compilerSeconds >= 0 && cpuSeconds > 0) {
      values.put(Metric.COMPILING, 100 * compilerSeconds / cpuSeconds);
    }
    values.put(Metric.LOAD, 100 * loadSeconds / seconds);
    if (engineSeconds > 0) {
      values.put(Metric.ENGINE, 100 * engineSeconds / seconds);
    }
    values.put(Metric.RESIDENT, after.residentBytes() / (1024.0 * 1024));
    return values;
  }
}
