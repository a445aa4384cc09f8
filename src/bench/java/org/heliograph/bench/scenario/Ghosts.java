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
 * to reach these, and when the connections of the others are gone. Beside it stands how long events
 * take where as many have come and nobody has vanished.
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
      Faults faults = events(target, ghosts, Metric.CLEAN, values);
      long start = System.nanoTime();
      ghosts.vanish(0, streams);
      living.open(streams);
      faults =
          faults.plus(
              subject.measured(name(), () -> events(target, living, Metric.GHOSTS, values)));
      CompletableFuture<Double> free = supplyAsync(() -> free(subject, most, start));
      living.readUntil(free::isDone, PATIENCE.plus(scale.patience()));
      values.put(Metric.FREE, free.join());
      return new Result(name(), subjectName, values, faults);
    }
  }

  /** Measures how long the slowest event takes to the client to whom it takes longest. */
  private static Faults events(
      Target target, Fleet fleet, Metric metric, Map<Metric, Double> values) throws IOException {
    fleet.takeLatencies();
    try (Publisher publisher =
        Publisher.start(target, fleet, TEN_A_SECOND, 0, EVENTS, Load.PADDING)) {
      boolean arrived = fleet.readUntil(() -> fleet.slowest() >= EVENTS, PATIENCE);
      double slowest = fleet.takeLatencies().getMaxValue() / 1e3;
      values.put(metric, arrived ? slowest : Double.POSITIVE_INFINITY);
      return Load.finish(fleet, publisher);
    }
  }

  private double free(Running subject, int most, long start) {
    boolean closed = subject.awaitClosed(most, scale.patience());
    return closed ? (System.nanoTime() - start) / 1e9 : Double.POSITIVE_INFINITY;
  }
}
