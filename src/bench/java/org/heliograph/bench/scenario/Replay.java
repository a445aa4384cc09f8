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
import org.heliograph.bench.subject.Usage;

/** Clients that come back to as many events as a channel keeps unless told otherwise. */
record Replay(Scale scale) implements Scenario {
  private static final int EVENTS = 256;
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Pace ALL_AT_ONCE = new Pace(0, EVENTS + 1);

  @Override
  public String name() {
    return "replay";
  }

  @Override
  public boolean fits(Running subject) {
    return subject.resumes();
  }

  @Override
  public Result run(Running subject, String subjectName) throws IOException {
    Target target = subject.target(Layout.ONE, name(), scale.streams());
    try (Fleet fleet = new Fleet(target, scale.streams())) {
      fleet.open(scale.streams());
      try (Publisher publisher = Publisher.start(target, fleet, ALL_AT_ONCE, 0, 1, Load.PADDING)) {
        fleet.readUntil(() -> fleet.slowest() >= 1, PATIENCE);
        publisher.stop();
      }
      fleet.vanish(0, scale.streams());
      try (Publisher publisher =
          Publisher.start(target, fleet, ALL_AT_ONCE, 1, EVENTS + 1, Load.PADDING)) {
        fleet.readUntil(publisher::isDone, PATIENCE);
        Map<Metric, Double> values =
            subject.measured(name(), () -> resume(subject, fleet, publisher));
        return new Result(name(), subjectName, values, Load.finish(fleet, publisher));
      }
    }
  }

  private Map<Metric, Double> resume(Running subject, Fleet fleet, Publisher publisher)
      throws IOException {
    double events = (double) scale.streams() * EVENTS;
    Usage before = subject.usage();
    long start = System.nanoTime();
    fleet.connect(0, scale.streams());
    fleet.readUntil(() -> fleet.slowest() >= publisher.sent(), PATIENCE);
    double millis = (System.nanoTime() - start) / 1e6;
    double cpu = subject.usage().cpuSeconds() - before.cpuSeconds();
    Map<Metric, Double> values = new EnumMap<>(Metric.class);
    values.put(Metric.BACK, millis);
    values.put(Metric.EVENTS, events * 1e3 / millis);
    values.put(Metric.CPU, cpu * 1e6 / events);
    return values;
  }
}
