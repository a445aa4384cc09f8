package org.heliograph.internal.cluster.node;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Whatever fails, and in which order: clients that move between nodes get each event once and in
 * order, or are told. More runs with {@code -Dheliograph.runs=10000}, one of them again with {@code
 * -Dheliograph.seed}.
 */
class NodePropertyTest {
  private static final int RUNS = Integer.getInteger("heliograph.runs", 1500);
  private static final long SEED = Long.getLong("heliograph.seed", 1);
  private static final int STEPS = 150;

  private final Logger logger = Logger.getLogger("org.heliograph");

  @BeforeEach
  void silence() {
    logger.setLevel(Level.OFF);
  }

  @AfterEach
  void speak() {
    logger.setLevel(null);
  }

  @Test
  void eachEventOnceAndInOrderOrTold() {
    for (long seed = SEED; seed < SEED + RUNS; seed++) {
      check(seed, Step.random(new Random(seed), STEPS, what -> true));
    }
  }

  private static void check(long seed, List<Step> steps) {
    if (failure(seed, steps) != null) {
      List<Step> fewest = shrink(seed, steps);
      throw new AssertionError("seed " + seed + ", shrunk to " + fewest, failure(seed, fewest));
    }
  }

  private static Throwable failure(long seed, List<Step> steps) {
    try {
      new Simulation(seed).run(steps);
      return null;
    } catch (AssertionError | RuntimeException e) {
      return e;
    }
  }

  /** {@return fewer steps that fail as well, none of which can be left out} */
  private static List<Step> shrink(long seed, List<Step> steps) {
    List<Step> fewest = steps;
    for (int chunk = steps.size() / 2; chunk >= 1; chunk /= 2) {
      for (int at = fewest.size() - chunk; at >= 0; at -= chunk) {
        List<Step> fewer = new ArrayList<>(fewest);
        fewer.subList(at, at + chunk).clear();
        if (failure(seed, fewer) != null) {
          fewest = fewer;
        }
      }
    }
    return fewest;
  }
}
