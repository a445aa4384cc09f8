package org.heliograph.internal.cluster.node;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;

/**
 * What happens next in a simulation.
 *
 * @param a chooses a node
 * @param b chooses a client, or how much
 */
record Step(What what, int a, int b) {

  /** What can happen, and how likely it is. */
  enum What {
    SEND(12),
    SENDER_TURN(14),
    TAIL_TURN(16),
    TICK(5),
    SETTLE(5),
    CONNECT(12),
    DISCONNECT(3),
    FORGET(1),
    LOSE(4),
    WIPE(1),
    TRIM(1),
    CUT(2),
    MEND(3),
    DEAFEN(1),
    LOSE_ANSWERS(2),
    REFUSE(1),
    REPLACE(1);

    private final int weight;

    What(int weight) {
      this.weight = weight;
    }
  }

  private static final List<What> CHOICE = new ArrayList<>();

  static {
    for (What what : What.values()) {
      for (int i = 0; i < what.weight; i++) {
        CHOICE.add(what);
      }
    }
  }

  static List<Step> random(Random random, int count, Predicate<What> wanted) {
    List<What> choice = CHOICE.stream().filter(wanted).toList();
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      steps.add(
          new Step(
              choice.get(random.nextInt(choice.size())),
              random.nextInt(1000),
              random.nextInt(1000)));
    }
    return steps;
  }
}
