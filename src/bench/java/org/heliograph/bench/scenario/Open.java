package org.heliograph.bench.scenario;

import java.io.IOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.heliograph.bench.load.Faults;
import org.heliograph.bench.load.Fleet;
import org.heliograph.bench.load.Target;
import org.heliograph.bench.report.Metric;
import org.heliograph.bench.report.Result;
import org.heliograph.bench.subject.Layout;
import org.heliograph.bench.subject.Running;
import org.heliograph.bench.subject.Usage;

/** What it costs to open a stream, once as many have been opened and closed. */
record Open() implements Scenario {
  private static final int STREAMS = 3000;

  @Override
  public String name() {
    return "open";
  }

  @Override
  public Result run(Running subject, String subjectName, int seconds) throws IOException {
    Target target = subject.target(Layout.ONE, name(), STREAMS);
    try (Fleet fleet = new Fleet(target, STREAMS)) {
      fleet.open(STREAMS);
    }
    try (Fleet fleet = new Fleet(target, STREAMS)) {
      fleet.readFor(Duration.ofSeconds(1));
      Usage before = subject.usage();
      long start = System.nanoTime();
      fleet.open(STREAMS);
      double time = (System.nanoTime() - start) / 1e9;
      double cpu = subject.usage().cpuSeconds() - before.cpuSeconds();
      Map<Metric, Double> values = new EnumMap<>(Metric.class);
      values.put(Metric.OPENED, STREAMS / time);
      values.put(Metric.CPU_OPEN, cpu * 1e3 / STREAMS);
      return new Result(name(), subjectName, values, Faults.NONE);
    }
  }
}
