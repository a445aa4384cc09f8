package org.heliograph.bench.scenario;

import java.io.IOException;
import org.heliograph.bench.report.Result;
import org.heliograph.bench.subject.Running;

/** Something that is done to a subject and measured. */
public interface Scenario {

  /** {@return the name by which it is chosen} */
  String name();

  /** Whether a subject can do this; all can unless a scenario says otherwise. */
  default boolean fits(Running subject) {
    return true;
  }

  /** Whether it is about nodes that share a log; {@code all} names it for these only. */
  default boolean isShared() {
    return false;
  }

  /**
   * Does it.
   *
   * @param name of the subject
   */
  Result run(Running subject, String name) throws IOException;
}
