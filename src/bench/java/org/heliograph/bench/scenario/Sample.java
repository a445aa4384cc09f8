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
 * @param compilerSeconds what the JIT compilers had of the CPU time
 * @param latencies of these events, in microseconds
 */
record Sample(
    double seconds,
    long events,
    double cpuSeconds,
    double engineSeconds,
    double compilerSeconds,
    Usage after,
    Histogram latencies) {

  /**
   * What streams have got.
   *
   * @param latencies of these events, in microseconds
   */
  record Reading(long events, Histogram latencies) {

    /** Reads for some time. */
    static Reading of(Fleet fleet, Duration time) throws IOException {
      fleet.takeLatencies();
      long received = fleet.received();
      fleet.readFor(time);
      return new Reading(fleet.received() - received, fleet.takeLatencies());
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
    long start = System.nanoTime();
    Reading reading = reader.take();
    double seconds = (System.nanoTime() - start) / 1e9;
    Usage after = subject.usage();
    return new Sample(
        seconds,
        reading.events(),
        after.cpuSeconds() - before.cpuSeconds(),
        engineSeconds(subject) - engineBefore,
        after.compilerSeconds() - before.compilerSeconds(),
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
    if (engineSeconds > 0) {
      values.put(Metric.ENGINE, 100 * engineSeconds / seconds);
    }
    values.put(Metric.RESIDENT, after.residentBytes() / (1024.0 * 1024));
    return values;
  }
}
