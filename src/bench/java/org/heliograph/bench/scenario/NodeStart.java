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
import org.heliograph.bench.subject.Engine;
import org.heliograph.bench.subject.Layout;
import org.heliograph.bench.subject.Running;

/** A node is killed, and another one starts on a log that is as full as it becomes. */
record NodeStart(Scale scale) implements Scenario {
  private static final Pace PACE = Pace.within(8192).together(128);
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final Duration LOOK = Duration.ofMillis(100);
  private static final double MEBIBYTE = 1 << 20;

  /** What the log is filled to: it holds 64 MiB at most, and drops a 64th of that at once. */
  private static final double FULL = 62;

  @Override
  public String name() {
    return "start";
  }

  @Override
  public boolean isShared() {
    return true;
  }

  @Override
  public boolean fits(Running subject) {
    return subject.engine().filter(engine -> !engine.hasReplica()).isPresent();
  }

  @Override
  public Result run(Running subject, String subjectName) throws IOException {
    Engine engine = subject.engine().orElseThrow();
    Faults faults = fill(subject, engine);
    Map<Metric, Double> values = new EnumMap<>(Metric.class);
    values.put(Metric.LOG, engine.logBytes() / MEBIBYTE);
    values.put(Metric.FOLLOWING, (double) subject.replaceNode());
    return new Result(name(), subjectName, values, faults);
  }

  private Faults fill(Running subject, Engine engine) throws IOException {
    double wanted = scale.isSmall() ? 1 : FULL;
    Target target = subject.target(Layout.ONE, name(), 1);
    try (Fleet fleet = new Fleet(target, 1)) {
      fleet.open(1);
      try (Publisher publisher = Publisher.start(target, fleet, PACE, 0, Load.PADDING)) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (engine.logBytes() / MEBIBYTE < wanted) {
          if (System.nanoTime() > end) {
            throw new IOException("The log has not reached %s MiB".formatted(wanted));
          }
          fleet.readFor(LOOK);
        }
        return Load.finish(fleet, publisher);
      }
    }
  }
}
