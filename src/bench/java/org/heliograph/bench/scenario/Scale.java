package org.heliograph.bench.scenario;

import java.time.Duration;
import java.util.Locale;

/**
 * How large the scenarios are and how long they take.
 *
 * @param streams how many streams an ordinary scenario has
 * @param many how many streams a scenario has that is about many of them
 * @param widest how many streams the widest scenario has
 * @param crowd how many clients come back at once
 * @param opened how many streams are opened where opening is what is measured
 * @param warmUp how long a scenario runs at least before it is measured
 * @param mostWarmUp how long it does so at most, while the JIT compilers are at work
 * @param rounds how often, at least, what takes a moment is done before it is measured
 * @param measured how long a scenario is measured
 * @param idle how long streams are measured on which nothing happens; two heartbeats, unless small
 * @param interval how long each of the first five intervals after the start is
 * @param patience how long to wait for the server to notice that clients have gone
 */
public record Scale(
    int streams,
    int many,
    int widest,
    int crowd,
    int opened,
    Duration warmUp,
    Duration mostWarmUp,
    int rounds,
    Duration measured,
    Duration idle,
    Duration interval,
    Duration patience) {
  private static final Duration MOST_WARM_UP = Duration.ofMinutes(2);
  private static final Duration TWO_HEARTBEATS = Duration.ofSeconds(50);
  private static final int WIDEST = 18_000;

  /**
   * {@return the scale whose figures can be compared}
   *
   * @param most how many streams this machine has descriptors for
   * @param measured how long a scenario is measured, after as long to warm up or longer
   */
  public static Scale full(int most, Duration measured) {
    return new Scale(
        Math.min(most, 1000),
        Math.min(most, 10_000),
        Math.min(most, WIDEST),
        Math.min(most / 2, 5000),
        Math.min(most, 3000),
        measured,
        MOST_WARM_UP,
        2,
        measured,
        TWO_HEARTBEATS,
        Duration.ofSeconds(1),
        Duration.ofSeconds(30));
  }

  /**
   * {@return the scale that only shows whether all is right}
   *
   * @param measured how long a scenario is measured, after a moment to warm up
   */
  public static Scale small(Duration measured) {
    Duration moment = Duration.ofMillis(200);
    return new Scale(
        100, 500, 1000, 300, 300, moment, moment, 0, measured, measured, moment, moment);
  }

  /** {@return how often that is measured in which a single collection of garbage shows} */
  int times() {
    return isSmall() ? 1 : 3;
  }

  /** {@return the numbers and times that figures depend on, as a sentence} */
  public String description() {
    return String.format(
        Locale.ROOT,
        "%s%,d streams, %,d where there are many, %,d in the widest scenario, %,d opened, %,d that"
            + " come back or vanish; measured for %s s.",
        isSmall() ? "A short run, whose figures mean nothing: " : "",
        streams,
        many,
        widest,
        opened,
        crowd,
        measured.toSeconds());
  }

  /** Whether this is the scale that only shows whether all is right. */
  public boolean isSmall() {
    return rounds == 0;
  }
}
