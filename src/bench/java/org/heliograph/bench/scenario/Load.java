package org.heliograph.bench.scenario;

import java.io.IOException;
import java.time.Duration;
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
 * Streams that get events: warm-up first, then what is measured.
 *
 * @param streams how many are read
 * @param stalled how many more never are
 */
record Load(String name, Layout layout, int streams, int stalled, Scale scale, Pace pace)
    implements Scenario {
  /** An event takes about 110 bytes with its number and its time. */
  static final int PADDING = 64;

  private static final Duration REST = Duration.ofSeconds(15);
  // in which what should not come has time to
  private static final Duration LATE = Duration.ofMillis(200);

  @Override
  public boolean fits(Running subject) {
    return subject.has(layout);
  }

  @Override
  public Result run(Running subject, String subjectName) throws IOException {
    Target target = subject.target(layout, name, streams);
    try (Fleet fleet = new Fleet(target, streams)) {
      fleet.open(streams);
      try (Publisher publisher = Publisher.start(target, fleet, pace, 0, PADDING)) {
        Sample first = WarmUp.until(scale, subject, fleet);
        fleet.openStalled(stalled); // late, since a server may close them after a while
        Sample measured =
            subject.measured(name, () -> Sample.take(subject, fleet, scale.measured()));
        Map<Metric, Double> values = measured.values();
        values.put(Metric.WARMING, first.rate());
        return new Result(name, subjectName, values, finish(fleet, publisher));
      }
    }
  }

  /** Lets all arrive that was published, and looks what has not. */
  static Faults finish(Fleet fleet, Publisher publisher) throws IOException {
    long end = publisher.stop();
    if (end == 0) {
      throw new IOException("Nothing was published");
    }
    fleet.readUntil(() -> fleet.slowest() >= end, REST);
    return faults(fleet, end);
  }

  /** Looks whether streams on which nothing was published are as they were. */
  static Faults quiet(Fleet fleet) throws IOException {
    return faults(fleet, 0);
  }

  private static Faults faults(Fleet fleet, long end) throws IOException {
    fleet.readFor(LATE);
    if (fleet.ended() > 0) {
      throw new IOException("The server has ended " + fleet.ended() + " streams");
    }
    return fleet.faults(end);
  }
}
