package org.heliograph.bench.scenario;

import java.io.IOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.heliograph.bench.load.Fleet;
import org.heliograph.bench.load.Pace;
import org.heliograph.bench.load.Publisher;
import org.heliograph.bench.load.Target;
import org.heliograph.bench.report.Metric;
import org.heliograph.bench.report.Result;
import org.heliograph.bench.subject.Layout;
import org.heliograph.bench.subject.Running;

/** Clients that lose their connections and come back, all at once, while events go on. */
record Storm(Scale scale) implements Scenario {
  private static final int PER_SECOND = 20;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Override
  public String name() {
    return "storm";
  }

  @Override
  public boolean fits(Running subject) {
    return subject.resumes();
  }

  @Override
  public Result run(Running subject, String subjectName) throws IOException {
    int streams = scale.crowd();
    Target target = subject.target(Layout.ONE, name(), streams);
    try (Fleet fleet = new Fleet(target, streams)) {
      fleet.open(streams);
      try (Publisher publisher =
          Publisher.start(target, fleet, Pace.of(PER_SECOND), 0, Load.PADDING)) {
        fleet.readUntil(() -> fleet.slowest() > 0, PATIENCE);
        double back = subject.measured(name(), () -> comeBack(fleet, publisher));
        Map<Metric, Double> values = new EnumMap<>(Map.of(Metric.BACK, back));
        return new Result(name(), subjectName, values, Load.finish(fleet, publisher));
      }
    }
  }

  private double comeBack(Fleet fleet, Publisher publisher) throws IOException {
    long start = System.nanoTime();
    fleet.vanish(0, scale.crowd());
    fleet.connect(0, scale.crowd());
    long sent = publisher.sent();
    boolean back = fleet.readUntil(() -> fleet.slowest() >= sent, PATIENCE);
    return back ? (System.nanoTime() - start) / 1e6 : Double.POSITIVE_INFINITY;
  }
}
