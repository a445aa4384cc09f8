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
import org.heliograph.bench.subject.Engine;
import org.heliograph.bench.subject.Layout;
import org.heliograph.bench.subject.Running;
import org.heliograph.bench.subject.Usage;

/**
 * Clients that come back to events, of many nodes to another one.
 *
 * @param events how many they have missed
 */
record Replay(String name, Layout layout, int streams, int events, Scale scale)
    implements Scenario {
  /** As many events as a channel keeps unless told otherwise. */
  static final int KEPT = 256;

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Override
  public boolean fits(Running subject) {
    return subject.resumes();
  }

  @Override
  public boolean isShared() {
    return layout == Layout.TEN;
  }

  @Override
  public Result run(Running subject, String subjectName) throws IOException {
    Target target = subject.target(layout, name, streams);
    try (Fleet fleet = new Fleet(target, streams)) {
      fleet.open(streams);
      try (Publisher publisher =
          Publisher.start(target, fleet, Pace.within(events + 1), 0, 1, Load.PADDING)) {
        fleet.readUntil(() -> fleet.slowest() >= 1, PATIENCE);
        publisher.stop();
      }
      fleet.vanish(0, streams);
      try (Publisher publisher =
          Publisher.start(target, fleet, Pace.within(events + 1), 1, events + 1, Load.PADDING)) {
        if (!fleet.readUntil(publisher::isDone, PATIENCE)) {
          throw new IOException("Not all events were published in " + PATIENCE);
        }
        Map<Metric, Double> values =
            subject.measured(name, () -> resume(subject, fleet, publisher));
        return new Result(name, subjectName, values, Load.finish(fleet, publisher));
      }
    }
  }

  private Map<Metric, Double> resume(Running subject, Fleet fleet, Publisher publisher)
      throws IOException {
    double total = (double) streams * events;
    long calls = calls(subject);
    Usage before = subject.usage();
    long start = System.nanoTime();
    fleet.connect(0, streams);
    if (!fleet.readUntil(() -> fleet.slowest() >= publisher.sent(), PATIENCE)) {
      throw new IOException("Not all clients were back in " + PATIENCE);
    }
    double millis = (System.nanoTime() - start) / 1e6;
    double cpu = subject.usage().cpuSeconds() - before.cpuSeconds();
    Map<Metric, Double> values = new EnumMap<>(Metric.class);
    values.put(Metric.BACK, millis);
    values.put(Metric.EVENTS, total * 1e3 / millis);
    values.put(Metric.CPU, cpu * 1e6 / total);
    if (subject.engine().isPresent()) {
      values.put(Metric.CALLS, (double) (calls(subject) - calls));
    }
    return values;
  }

  private static long calls(Running subject) {
    return subject.engine().map(Engine::calls).orElse(0L);
  }
}
