package org.heliograph.internal.cluster.member;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.heliograph.internal.cluster.Place;
import org.heliograph.internal.cluster.entry.Kind;
import org.heliograph.internal.cluster.node.Hearer;

/**
 * Which nodes there are: those whose beats are not much older than the newest one. Only times of
 * the engine are compared, so a node that reads what is old, or nothing at all, takes nobody for
 * gone because of that. Thread-safe.
 */
final class Roster implements Hearer {
  /** A node that is silent for so many beats is gone. */
  private static final int BEATS = 5;

  private final long mostMillis;

  /** When each node was last heard of. */
  @GuardedBy("this")
  private final Map<String, Long> heard = new HashMap<>();

  Roster(Duration beat) {
    this.mostMillis = BEATS * beat.toMillis();
  }

  @Override
  public synchronized void heard(
      Place place, long time, String sender, Kind kind, boolean again, byte[] body) {
    if (again) {
      return; // of a node that may have gone since
    }
    if (kind == Kind.LEAVE) {
      heard.remove(sender);
    } else if (kind == Kind.BEAT) {
      heard.put(sender, time);
    }
    heard.values().removeIf(last -> last < time - mostMillis);
  }

  /** {@return the nodes that were heard, but one} */
  synchronized Set<String> without(String self) {
    Set<String> others = new HashSet<>(heard.keySet());
    others.remove(self);
    return others;
  }

  /** {@return how many nodes there are, counting one in whether it was heard or not} */
  synchronized int countWith(String self) {
    return heard.size() + (heard.containsKey(self) ? 0 : 1);
  }
}
