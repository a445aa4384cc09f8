package org.heliograph.internal.cluster.node;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/**
 * Runs of a simulation, each of which its seed determines. More of them with {@code
 * -Dheliograph.runs=10000}, one again with {@code -Dheliograph.runs=1 -Dheliograph.seed}.
 *
 * @param seed of the first run
 */
record PropertyRuns(long seed, int count) {
  private static final int STEPS = 150;

  /** {@return so many runs, unless more are asked for} */
  static PropertyRuns of(int count) {
    return new PropertyRuns(
        Long.getLong("heliograph.seed", 1), Integer.getInteger("heliograph.runs", count));
  }

  /**
   * Has steps happen at random, and says with how few of them a run fails that does.
   *
   * @param wanted what may happen
   * @param simulation what is to hold, by its seed and its steps
   */
  void check(Predicate<Step.What> wanted, BiConsumer<Long, List<Step>> simulation) {
    for (long next = seed; next < seed + count; next++) {
      check(next, Step.random(new Random(next), STEPS, wanted), simulation);
    }
  }

  private static void check(long seed, List<Step> steps, BiConsumer<Long, List<Step>> simulation) {
    if (failure(seed, steps, simulation) != null) {
      List<Step> fewest = shrink(seed, steps, simulation);
      throw new AssertionError(
          "seed " + seed + ", shrunk to " + fewest, failure(seed, fewest, simulation));
    }
  }

  private static Throwable failure(
      long seed, List<Step> steps, BiConsumer<Long, List<Step>> simulation) {
    try {
      simulation.accept(seed, steps);
      return null;
    } catch (AssertionError | RuntimeException e) {
      return e;
    }
  }

  /** {@return fewer steps that fail as well, none of which can be left out} */
  private static List<Step> shrink(
      long seed, List<Step> steps, BiConsumer<Long, List<Step>> simulation) {
    List<Step> fewest = steps;
    for (int chunk = steps.size() / 2; chunk >= 1; chunk /= 2) {
      for (int at = fewest.size() - chunk; at >= 0; at -= chunk) {
        List<Step> fewer = new ArrayList<>(fewest);
        fewer.subList(at, at + chunk).clear();
        if (failure(seed, fewer, simulation) != null) {
          fewest = fewer;
        }
      }
    }
    return fewest;
  }
}
