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
 * @param compilerSeconds what the JIT compilers had of the CPU time
 * @param latencies of these events, in microseconds
 */
record Sample(
    double seconds,
    long events,
    double cpuSeconds,
    double compilerSeconds,
    Usage after,
    Histogram latencies) {

  /** Reads for some time and tells what has happened. */
  static Sample take(Running subject, Fleet fleet, Duration time) throws IOException {
    fleet.takeLatencies();
    Usage before = subject.usage();
    long received = fleet.received();
    long start = System.nanoTime();
    fleet.readFor(time);
    double seconds = (System.nanoTime() - start) / 1e9;
    Usage after = subject.usage();
    return new Sample(
        seconds,
        fleet.received() - received,
        after.cpuSeconds() - before.cpuSeconds(),
        after.compilerSeconds() - before.compilerSeconds(),
        after,
        fleet.takeLatencies());
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
    values.put(Metric.RESIDENT, after.residentBytes() / (1024.0 * 1024));
    return values;
  }
}
