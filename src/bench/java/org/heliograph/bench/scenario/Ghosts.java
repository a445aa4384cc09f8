package org.heliograph.bench.scenario;

import static java.util.concurrent.CompletableFuture.supplyAsync;

import java.io.IOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
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
  public Result run(Running subject, String subjectName) throws IOException {
    int streams = scale.crowd();
    Target target = subject.target(Layout.ONE, name(), streams);
    Map<Metric, Double> values = new EnumMap<>(Metric.class);
    int most = subject.descriptors() + streams + streams / 10;
    try (Fleet ghosts = new Fleet(target, streams);
        Fleet living = new Fleet(target, streams)) {
      ghosts.open(streams);
      long start = System.nanoTime();
      ghosts.vanish(0, streams);
      living.open(streams);
      CompletableFuture<Double> free = supplyAsync(() -> free(subject, most, start));
      Faults faults = Faults.NONE;
      try (Publisher publisher =
          Publisher.start(target, living, TEN_A_SECOND, 0, EVENTS, Load.PADDING)) {
        values.put(Metric.GHOSTS, subject.measured(name(), () -> arrival(living, EVENTS)));
        faults = faults.plus(Load.finish(living, publisher));
      }
      living.readUntil(free::isDone, PATIENCE.plus(scale.patience()));
      values.put(Metric.FREE, free.join());
      living.takeLatencies();
      try (Publisher publisher =
          Publisher.start(target, living, TEN_A_SECOND, EVENTS, 2 * EVENTS, Load.PADDING)) {
        values.put(Metric.CLEAN, arrival(living, 2 * EVENTS));
        faults = faults.plus(Load.finish(living, publisher));
      }
      return new Result(name(), subjectName, values, faults);
    }
  }

  private static double arrival(Fleet fleet, int end) throws IOException {
    boolean arrived = fleet.readUntil(() -> fleet.slowest() >= end, PATIENCE);
    return arrived ? fleet.takeLatencies().getMaxValue() / 1e3 : Double.POSITIVE_INFINITY;
  }

  private double free(Running subject, int most, long start) {
    boolean rests = subject.rests(most, scale.patience());
    return rests ? (System.nanoTime() - start) / 1e9 : Double.POSITIVE_INFINITY;
  }
}
