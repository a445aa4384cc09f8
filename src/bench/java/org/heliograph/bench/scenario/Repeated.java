package org.heliograph.bench.scenario;

import java.io.IOException;
import org.heliograph.bench.report.Result;
import org.heliograph.bench.subject.Running;

/**
 * A scenario of one moment, which is gone through before it is measured: a JVM warms up by that.
 */
record Repeated(Scenario scenario, int rounds) implements Scenario {
  // what a server may keep open for itself after a round
  private static final int OTHER_FILES = 200;

  @Override
  public String name() {
    return scenario.name();
  }

  @Override
  public boolean fits(Running subject) {
    return scenario.fits(subject);
  }

  @Override
  public Result run(Running subject, String subjectName) throws IOException {
    int most = subject.descriptors() + OTHER_FILES;
    for (int i = 0; i < rounds; i++) {
      scenario.run(subject, subjectName);
      subject.rests(most);
    }
    return scenario.run(subject, subjectName);
  }
}
