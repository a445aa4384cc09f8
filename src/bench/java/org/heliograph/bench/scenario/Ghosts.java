package org.heliograph.bench.scenario;

import java.io.IOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.heliograph.bench.load.Faults;
import org.heliograph.bench.load.Fleet;
import org.heliograph.bench.load.Pace;
import org.heliograph.bench.load.Publisher;
import org.heliograph.bench.load.Target;
import org.heliograph.bench.report.Metric;
import org.heliograph.bench.report.Result;
import org.heliograph.bench.subject.Layout;
import org.heliograph.bench.subject.Running;

/**
 * Clients that vanish without a word, and as many that come at once: how long the next events take
 * to reach these, and when the connections of the others are gone.
 */
record Ghosts(Scale scale) implements Scenario {
  private static final Pace TEN_A_SECOND = Pace.of(10);
  private static final int EVENTS = 10;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Override
  public String name() {
    return "ghosts";
  }

  @Override
  public boolean fits(Running subject) {
    return subject.resumes();
  }

  @Override
  public Result run(Running subject, String subjectName) throws IOException {
    int streams = scale.crowd();
    Target target = subject.target(Layout.ONE, name(), streams);
    Map<Metric, Double> values = new EnumMap<>(Metric.class);
    int without = subject.descriptors();
    try (Fleet ghosts = new Fleet(target, streams);
        Fleet living = new Fleet(target, streams)) {
      ghosts.open(streams);
      Faults faults = Faults.NONE;
      ghosts.vanish(0, streams);
      living.open(streams);
      try (Publisher publisher =
          Publisher.start(target, living, TEN_A_SECOND, 0, EVENTS, Load.PADDING)) {
        long start = System.nanoTime();
        values.put(Metric.GHOSTS, subject.measured(name(), () -> arrival(living)));
        boolean free =
            living.readUntil(
                () -> descriptors(subject) < without + streams * 1.1, scale.patience());
        values.put(
            Metric.FREE, free ? (System.nanoTime() - start) / 1e9 : Double.POSITIVE_INFINITY);
        faults = faults.plus(Load.finish(living, publisher));
      }
      try (Publisher publisher =
          Publisher.start(target, living, TEN_A_SECOND, EVENTS, 2 * EVENTS, Load.PADDING)) {
        living.takeLatencies();
        living.readUntil(() -> living.slowest() >= 2 * EVENTS, PATIENCE);
        values.put(Metric.CLEAN, living.takeLatencies().getMaxValue() / 1e3);
        faults = faults.plus(Load.finish(living, publisher));
      }
      return new Result(name(), subjectName, values, faults);
    }
  }

  private static double arrival(Fleet fleet) throws IOException {
    fleet.readUntil(() -> fleet.slowest() >= EVENTS, PATIENCE);
    return fleet.takeLatencies().getMaxValue() / 1e3;
  }

  private static int descriptors(Running subject) {
    try {
      return subject.descriptors();
    } catch (IOException e) {
      return Integer.MAX_VALUE; // not to be seen now, so not free yet: it is asked again
    }
  }
}
