package org.heliograph.bench.scenario;

import java.io.IOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.heliograph.bench.load.Fleet;
import org.heliograph.bench.load.Pace;
import org.heliograph.bench.load.Publisher;
import org.heliograph.bench.load.Target;
import org.heliograph.bench.report.Metric;
import org.heliograph.bench.report.Result;
import org.heliograph.bench.subject.Engine;
import org.heliograph.bench.subject.Layout;
import org.heliograph.bench.subject.Running;

/**
 * The primary of Redis is killed while events go on: how long until all streams get events again.
 */
record Failover(Scale scale) implements Scenario {
  private static final Pace PACE = Pace.of(500).together(1);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Override
  public String name() {
    return "failover";
  }

  @Override
  public boolean isShared() {
    return true;
  }

  @Override
  public boolean fits(Running subject) {
    return subject.engine().filter(Engine::hasReplica).isPresent();
  }

  @Override
  public Result run(Running subject, String subjectName) throws IOException {
    Engine engine = subject.engine().orElseThrow();
    int streams = scale.streams() / 10;
    Target target = subject.target(Layout.ONE, name(), streams);
    try (Fleet fleet = new Fleet(target, streams)) {
      fleet.open(streams);
      try (Publisher publisher = Publisher.start(target, fleet, PACE, 0, Load.PADDING)) {
        WarmUp.until(scale, subject, fleet);
        Map<Metric, Double> values = new EnumMap<>(Metric.class);
        engine.killPrimary();
        values.put(Metric.SWITCHED, millisUntil(engine::hasSwitched, fleet));
        long before = fleet.slowest();
        values.put(Metric.AGAIN, millisUntil(() -> fleet.slowest() > before, fleet));
        fleet.readFor(scale.measured());
        return new Result(name(), subjectName, values, Load.finish(fleet, publisher));
      }
    }
  }

  private static double millisUntil(BooleanSupplier condition, Fleet fleet) throws IOException {
    long start = System.nanoTime();
    if (!fleet.readUntil(condition, PATIENCE)) {
      throw new IOException("The failover was not over in " + PATIENCE);
    }
    return (System.nanoTime() - start) / 1e6;
  }
}
