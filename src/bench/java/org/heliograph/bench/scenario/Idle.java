package org.heliograph.bench.scenario;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalLong;
import org.heliograph.bench.load.Fleet;
import org.heliograph.bench.load.Target;
import org.heliograph.bench.report.Metric;
import org.heliograph.bench.report.Result;
import org.heliograph.bench.subject.Layout;
import org.heliograph.bench.subject.Running;

/** Streams on which nothing happens. */
record Idle(Scale scale) implements Scenario {

  @Override
  public String name() {
    return "idle";
  }

  @Override
  public Result run(Running subject, String subjectName) throws IOException {
    int streams = scale.many();
    Target target = subject.target(Layout.ONE, name(), streams);
    OptionalLong before = subject.liveHeap();
    try (Fleet fleet = new Fleet(target, streams)) {
      fleet.open(streams);
      WarmUp.until(scale, subject, fleet);
      OptionalLong after = subject.liveHeap();
      Sample sample = subject.measured(name(), () -> Sample.take(subject, fleet, scale.idle()));
      Map<Metric, Double> values = new EnumMap<>(Metric.class);
      if (before.isPresent() && after.isPresent()) {
        double grown = (double) after.getAsLong() - before.getAsLong();
        values.put(Metric.HEAP, grown / 1024 / streams);
      }
      values.put(Metric.CORE, 100 * sample.cpuSeconds() / sample.seconds());
      values.put(Metric.RESIDENT, sample.values().get(Metric.RESIDENT));
      return new Result(name(), subjectName, values, Load.quiet(fleet));
    }
  }
}
