package org.heliograph.internal.cluster.node;

import org.heliograph.internal.cluster.Place;
import org.heliograph.internal.cluster.entry.Kind;

/** Is told what nodes say to each other, in the order of the log, on the thread that reads it. */
@FunctionalInterface
public interface Hearer {

  /**
   * A node has said something.
   *
   * @param time when the engine has taken it, in milliseconds of the engine's clock
   * @param sender the node
   * @param again whether it was said in an older epoch already, perhaps long ago
   * @param body what was said; not written to
   */
  void heard(Place place, long time, String sender, Kind kind, boolean again, byte[] body);
}
