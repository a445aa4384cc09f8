package org.heliograph.internal.stream.time;

import java.time.Duration;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.heliograph.internal.delivery.GhostHunt;

/**
 * Which streams the heartbeats' thread looks at. For each that it looks at, the processor has to
 * fetch memory that nothing else has touched. So all have their turn in a round every two seconds;
 * in between it is those alone for which something is due before the next round, and those that
 * have changed, unless {@linkplain GhostHunt ghosts are looked for} or the caller wants all. What
 * tells that a stream has opened, changed or ended is for any thread, the rest for the heartbeats'
 * thread.
 *
 * @param <T> a stream
 */
public final class HeartbeatSchedule<T> {
  private static final long ROUND_MILLIS = 2000;

  private final long round;
  private final GhostHunt hunt = new GhostHunt();
  private final Set<T> changed = ConcurrentHashMap.newKeySet();

  private Set<T> soon = new LinkedHashSet<>();
  private long nextRound = Long.MIN_VALUE;

  /**
   * Makes a schedule that begins with a round.
   *
   * @param write how long a write may take; the next round is due within that time, so that a write
   *     which begins between two rounds is noticed when its time is over
   */
  public HeartbeatSchedule(Duration write) {
    this.round = Math.min(ROUND_MILLIS, write.toMillis());
  }

  /** A stream has been opened and registered. */
  public void opened(T stream) {
    changed(stream);
    hunt.streamChanged();
  }

  /** Something may be due earlier than it was: the channels of a stream have changed. */
  public void changed(T stream) {
    changed.add(stream);
  }

  /**
   * A stream has ended.
   *
   * @param gone whether its client has gone without a word
   */
  public void ended(T stream, boolean gone) {
    changed.remove(stream);
    if (gone) {
      hunt.streamChanged();
    }
  }

  /**
   * {@return the streams to look at now; those that are still open then are told to {@link
   * #lookedAt}}
   *
   * @param all the streams that are registered
   * @param everyone whether all are to be looked at in any case
   */
  public Collection<T> next(Collection<T> all, long now, boolean everyone) {
    hunt.look(all.size(), now);
    long due = nextRound;
    nextRound = Long.MIN_VALUE; // should this fail, the next look is at all
    Set<T> wanted = soon;
    soon = new LinkedHashSet<>();
    for (Iterator<T> each = changed.iterator(); each.hasNext(); ) {
      T one = each.next();
      each.remove();
      wanted.add(one);
    }
    if (everyone || hunt.isOn(now) || now >= due) {
      nextRound = now + round;
      return all;
    }
    nextRound = due;
    return wanted;
  }

  /**
   * A stream has been looked at.
   *
   * @param due when there is something to do for it, if nothing changes until then
   */
  public void lookedAt(T stream, long due) {
    if (due < nextRound) {
      soon.add(stream);
    }
  }

  /**
   * {@return the silence after which a stream gets a comment now}
   *
   * @param opened when the stream was opened
   * @param usual the silence after which it gets a heartbeat; 0 for never
   */
  public long silence(long now, long opened, long usual) {
    return hunt.silence(now, opened, usual);
  }
}
