package org.heliograph.bench.scenario;

import java.util.List;
import org.heliograph.bench.load.Pace;
import org.heliograph.bench.subject.Layout;

/**
 * All scenarios, in the order in which they are run. The first needs a subject that is cold. The
 * last leaves the histories of many channels behind, and with these the others would have to share.
 */
public final class Scenarios {
  private static final Pace PACED = Pace.of(50);
  private static final Pace SPARSE = Pace.of(1);
  private static final Pace FAST = Pace.saturated();

  private Scenarios() {}

  /**
   * {@return all scenarios}
   *
   * @param scale how large they are
   */
  public static List<Scenario> all(Scale scale) {
    int some = scale.streams();
    int many = scale.many();
    return List.of(
        new Cold(scale),
        new Load("saturate", Layout.ONE, some, 0, scale, FAST),
        new Load("paced", Layout.ONE, some, 0, scale, PACED),
        new Load("stalled", Layout.ONE, some, 10, scale, FAST),
        new Load("ten", Layout.TEN, some, 0, scale, FAST),
        new Idle(scale),
        new Load("sparse", Layout.ONE, many, 0, scale, SPARSE),
        new Load("wide", Layout.ONE, many, 0, scale, FAST),
        new Load("widest", Layout.ONE, scale.widest(), 0, scale, FAST),
        new Repeated(new Open(scale), scale),
        new Repeated(new Replay("replay", Layout.ONE, some, Replay.KEPT, scale), scale),
        new Repeated(new Storm(scale), scale),
        new Repeated(new Ghosts(scale), scale, scale.times()),
        new Lanes("deliver", 1, some, Pace.within(256).together(16), scale),
        new Lanes("publish", 2, 2, Pace.within(8192).together(128), scale),
        new Lanes("cross", 4, 1, Pace.of(250), scale),
        new Repeated(new Replay("move", Layout.TEN, many, 10, scale), scale),
        new NodeStart(scale),
        new Failover(scale),
        new Load("many", Layout.OWN, many, 0, scale, FAST));
  }
}
