package org.heliograph.internal.cluster.node;

import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Whatever fails, and in which order: clients that move between nodes get each event once and in
 * order, or are told.
 */
class NodePropertyTest {
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
    PropertyRuns.of(1500)
        .check(
            what -> true,
            (seed, steps) ->
                new Simulation<>(seed, (clock, random) -> new ModelHub(), RoamingClient::new)
                    .run(steps));
  }
}
