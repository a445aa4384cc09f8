package org.heliograph.bench.scenario;

import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.heliograph.bench.load.Fleet;
import org.heliograph.bench.load.Pace;
import org.heliograph.bench.load.Publisher;
import org.heliograph.bench.load.Target;
import org.heliograph.bench.report.Metric;
import org.heliograph.bench.report.Result;
import org.heliograph.bench.subject.Layout;
import org.heliograph.bench.subject.Running;

/** The first five seconds of load after the start, one by one. */
record Cold(Scale scale) implements Scenario {
  private static final List<Metric> SECONDS =
      List.of(Metric.SECOND_1, Metric.SECOND_2, Metric.SECOND_3, Metric.SECOND_4, Metric.SECOND_5);

  @Override
  public String name() {
    return "cold";
  }

  @Override
  public Result run(Running subject, String subjectName) throws IOException {
    Target target = subject.target(Layout.ONE, name(), scale.streams());
    try (Fleet fleet = new Fleet(target, scale.streams())) {
      fleet.open(scale.streams());
      try (Publisher publisher =
          Publisher.start(target, fleet, Pace.saturated(), 0, Load.PADDING)) {
        Map<Metric, Double> values = subject.measured(name(), () -> seconds(fleet));
        return new Result(name(), subjectName, values, Load.finish(fleet, publisher));
      }
    }
  }

  private Map<Metric, Double> seconds(Fleet fleet) throws IOException {
    Map<Metric, Double> values = new EnumMap<>(Metric.class);
    for (Metric second : SECONDS) {
      values.put(second, Sample.Reading.of(fleet, scale.interval()).rate());
    }
    return values;
  }
}
