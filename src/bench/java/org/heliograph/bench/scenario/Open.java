package org.heliograph.bench.scenario;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import org.heliograph.bench.load.Fleet;
import org.heliograph.bench.load.Target;
import org.heliograph.bench.report.Metric;
import org.heliograph.bench.report.Result;
import org.heliograph.bench.subject.Layout;
import org.heliograph.bench.subject.Running;
import org.heliograph.bench.subject.Usage;

/** What it costs to open a stream, once as many have been opened and closed. */
record Open(Scale scale) implements Scenario {
  @Override
  public String name() {
    return "open";
  }

  @Override
  public Result run(Running subject, String subjectName) throws IOException {
    int streams = scale.opened();
    Target target = subject.target(Layout.ONE, name(), streams);
    try (Fleet fleet = new Fleet(target, streams)) {
      Map<Metric, Double> values = subject.measured(name(), () -> open(subject, fleet));
      return new Result(name(), subjectName, values, Load.quiet(fleet));
    }
  }

  private Map<Metric, Double> open(Running subject, Fleet fleet) throws IOException {
    int streams = scale.opened();
    Usage before = subject.usage();
    long start = System.nanoTime();
    fleet.open(streams);
    double time = (System.nanoTime() - start) / 1e9;
    double cpu = subject.usage().cpuSeconds() - before.cpuSeconds();
    Map<Metric, Double> values = new EnumMap<>(Metric.class);
    values.put(Metric.OPENED, streams / time);
    values.put(Metric.CPU_OPEN, cpu * 1e3 / streams);
    return values;
  }
}
