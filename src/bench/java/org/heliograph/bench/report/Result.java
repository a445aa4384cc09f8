package org.heliograph.bench.report;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.heliograph.bench.load.Faults;

/**
 * What one scenario has shown of one subject.
 *
 * @param faults what was lost, repeated or reordered
 */
public record Result(String scenario, String subject, Map<Metric, Double> values, Faults faults) {

  /**
   * {@return one result for several of the same scenario and subject: the median of each value, and
   * all faults together}
   *
   * @param results an odd number of them, with the same metrics
   */
  public static Result median(List<Result> results) {
    Result first = results.get(0);
    Map<Metric, Double> medians = new EnumMap<>(Metric.class);
    for (Metric metric : first.values.keySet()) {
      double[] sorted =
          results.stream().mapToDouble(one -> one.values.get(metric)).sorted().toArray();
      medians.put(metric, sorted[sorted.length / 2]);
    }
    Faults faults = results.stream().map(Result::faults).reduce(Faults.NONE, Faults::plus);
    return new Result(first.scenario, first.subject, medians, faults);
  }

  /** {@return the server of the subject, by whatever way events go there} */
  String server() {
    return subject.replaceFirst("-.*", "");
  }
}
