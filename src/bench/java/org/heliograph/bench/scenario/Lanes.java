package org.heliograph.bench.scenario;

import java.io.IOException;
import java.util.Map;
import org.heliograph.bench.load.Pace;
import org.heliograph.bench.report.Metric;
import org.heliograph.bench.report.Result;
import org.heliograph.bench.subject.Running;

/**
 * Publishers that are at work at once, each at the next node.
 *
 * @param lanes how many there are
 * @param streams how many streams each has, at the nodes in turn, but the first not at the
 *     publisher's
 * @param pace of each
 */
record Lanes(String name, int lanes, int streams, Pace pace, Scale scale) implements Scenario {

  @Override
  public boolean fits(Running subject) {
    return subject.isHub();
  }

  @Override
  public boolean isShared() {
    return true;
  }

  @Override
  public Result run(Running subject, String subjectName) throws IOException {
    try (Crew crew = new Crew(subject, this)) {
      Sample first = WarmUp.until(scale, crew::read);
      Sample measured = subject.measured(name, () -> crew.read(scale.measured()));
      Map<Metric, Double> values = measured.values();
      values.put(Metric.PUBLISHED, measured.rate() / streams);
      if (streams == scale.streams()) {
        values.put(Metric.WARMING, first.rate());
      } else {
        values.remove(Metric.EVENTS);
      }
      return new Result(name, subjectName, values, crew.finish());
    }
  }
}
