package org.heliograph.bench.report;

import java.util.Map;
import org.heliograph.bench.load.Faults;

/**
 * What one scenario has shown of one subject.
 *
 * @param faults what was lost, repeated or reordered
 */
public record Result(String scenario, String subject, Map<Metric, Double> values, Faults faults) {

  /** {@return the server of the subject, by whatever way events go there} */
  String server() {
    return subject.replaceFirst("-.*", "");
  }
}
