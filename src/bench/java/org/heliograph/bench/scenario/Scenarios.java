package org.heliograph.bench.scenario;

import java.util.List;
import org.heliograph.bench.load.Pace;
import org.heliograph.bench.subject.Layout;

/** All scenarios, in the order in which they are run: the first needs a subject that is cold. */
public final class Scenarios {
  private static final Pace PACED = Pace.of(50);
  private static final Pace SPARSE = Pace.of(1);
  private static final Pace FAST = Pace.saturated();

  private Scenarios() {}

  /**
   * {@return all scenarios}
   *
   * @param most how many streams the largest may have
   */
  public static List<Scenario> all(int most) {
    int many = Math.min(most, 10_000);
    int crowd = Math.min(most / 2, 5000);
    return List.of(
        new Cold(),
        new Load("saturate", Layout.ONE, 1000, 0, FAST),
        new Load("paced", Layout.ONE, 1000, 0, PACED),
        new Load("stalled", Layout.ONE, 1000, 10, FAST),
        new Load("ten", Layout.TEN, 1000, 0, FAST),
        new Load("many", Layout.OWN, many, 0, FAST),
        new Load("sparse", Layout.ONE, many, 0, SPARSE),
        new Load("wide", Layout.ONE, most, 0, FAST),
        new Idle(many),
        new Open(),
        new Replay(),
        new Storm(crowd),
        new Ghosts(crowd));
  }
}
