package org.heliograph.bench.scenario;

import java.io.IOException;
import org.heliograph.bench.load.Faults;
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
  public boolean isShared() {
    return scenario.isShared();
  }

  @Override
  public Result run(Running subject, String subjectName) throws IOException {
    int most = subject.descriptors() + OTHER_FILES;
    Faults faults = Faults.NONE;
    for (int i = 0; i < rounds; i++) {
      faults = faults.plus(scenario.run(subject, subjectName).faults());
      if (!subject.rests(most)) {
        throw new IOException("Connections of clients that have gone stay open after a round");
      }
    }
    Result last = scenario.run(subject, subjectName);
    return new Result(name(), subjectName, last.values(), faults.plus(last.faults()));
  }
}
