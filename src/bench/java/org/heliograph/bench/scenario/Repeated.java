package org.heliograph.bench.scenario;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.heliograph.bench.load.Faults;
import org.heliograph.bench.report.Result;
import org.heliograph.bench.subject.Running;
import org.heliograph.bench.subject.Usage;

/**
 * A scenario that takes only a moment. A JVM needs more than that to warm up, so the scenario is
 * run before it is measured: {@link Scale#rounds} times at least, and until the subject is warm or
 * has had the time that it may have.
 *
 * @param measured how many more times it is run, of which the medians are told; an odd number
 */
record Repeated(Scenario scenario, Scale scale, int measured) implements Scenario {
  /** Measured once. */
  Repeated(Scenario scenario, Scale scale) {
    this(scenario, scale, 1);
  }

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
    int most = subject.descriptors() + Running.KEPT_FILES;
    Faults faults = Faults.NONE;
    long end = System.nanoTime() + scale.mostWarmUp().toNanos();
    boolean cold = false;
    for (int i = 0; i < scale.rounds() || (cold && System.nanoTime() < end); i++) {
      Usage before = subject.usage();
      faults = faults.plus(subject.warmedUp(() -> scenario.run(subject, subjectName)).faults());
      cold = WarmUp.isCold(before, subject.usage());
      rest(subject, most);
    }
    List<Result> results = new ArrayList<>();
    results.add(scenario.run(subject, subjectName));
    while (results.size() < measured) {
      rest(subject, most);
      results.add(scenario.run(subject, subjectName));
    }
    Result median = Result.median(results);
    return new Result(name(), subjectName, median.values(), faults.plus(median.faults()));
  }

  private static void rest(Running subject, int most) throws IOException {
    if (!subject.awaitClosed(most)) {
      throw new IOException("Connections of clients that have gone stay open after a round");
    }
  }
}
