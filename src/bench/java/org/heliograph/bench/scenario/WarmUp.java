package org.heliograph.bench.scenario;

import java.io.IOException;
import java.time.Duration;
import org.heliograph.bench.load.Fleet;
import org.heliograph.bench.subject.Running;
import org.heliograph.bench.subject.Usage;

/** Waits until the JIT compilers of a subject leave the processors to what is measured. */
final class WarmUp {
  /** A subject is warm whose compilers take less than this of its CPU time. */
  private static final double WARM = 0.05;

  private WarmUp() {}

  /** Reads for some time and tells what has happened. */
  @FunctionalInterface
  interface Reader {
    Sample read(Duration time) throws IOException;
  }

  /**
   * Reads until the subject is warm, or has had the time that it may have.
   *
   * @return what happened first
   */
  static Sample until(Scale scale, Running subject, Fleet fleet) throws IOException {
    return until(scale, time -> Sample.take(subject, fleet, time));
  }

  /** As above, with a reader of the caller's. */
  static Sample until(Scale scale, Reader reader) throws IOException {
    Sample first = reader.read(scale.warmUp());
    Sample last = first;
    Duration left = scale.mostWarmUp().minus(scale.warmUp());
    while (isCold(last) && left.compareTo(Duration.ZERO) > 0) {
      Duration more = left.compareTo(scale.warmUp()) < 0 ? left : scale.warmUp();
      last = reader.read(more);
      left = left.minus(more);
    }
    return first;
  }

  private static boolean isCold(Sample sample) {
    return isCold(sample.compilerSeconds(), sample.cpuSeconds());
  }

  /** Whether compilers were at work between two moments. */
  static boolean isCold(Usage before, Usage after) {
    return isCold(
        after.compilerSeconds() - before.compilerSeconds(),
        after.cpuSeconds() - before.cpuSeconds());
  }

  /** Less than nothing is what is seen where a thread of a compiler has ended. */
  private static boolean isCold(double compilers, double all) {
    return compilers < 0 || compilers > WARM * all;
  }
}
