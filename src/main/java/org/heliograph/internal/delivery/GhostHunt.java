package org.heliograph.internal.delivery;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * When to look for ghosts: streams whose clients have gone without a word, which only a failing
 * write shows, the second after it. Many that open or end at once may be clients that have lost
 * their network: then each stream that was there before gets a comment a second for a while, not
 * only its heartbeats. Counting is for any thread, the rest for the heartbeats' thread.
 */
public final class GhostHunt {
  /** So many openings and ends within about a second are a sign, where there are few streams. */
  static final int MANY = 100;

  /** Where there are more, it takes this part of them. */
  private static final int SHARE = 10;

  private static final long MILLIS = 3000;

  /** From the beginning of one to the beginning of the next, which bounds what strangers cause. */
  private static final long PAUSE_MILLIS = 10_000;

  private static final long SILENCE_MILLIS = 1000;

  private final AtomicInteger changes = new AtomicInteger();

  // the heartbeats' thread's
  private int recent;
  private long begun;
  private boolean everBegun;

  /** A stream has opened, or its client has gone. */
  public void streamChanged() {
    changes.incrementAndGet();
  }

  /**
   * Counts what has changed; to be called several times in a second.
   *
   * @param streams how many there are
   * @param now milliseconds from any origin
   */
  public void look(int streams, long now) {
    recent = recent / 2 + changes.getAndSet(0);
    boolean paused = everBegun && now - begun < PAUSE_MILLIS;
    if (!paused && recent >= Math.max(MANY, streams / SHARE)) {
      begun = now;
      everBegun = true;
    }
  }

  /** Whether streams are looked for whose clients have gone. */
  public boolean isOn(long now) {
    return everBegun && now - begun < MILLIS;
  }

  /**
   * {@return the silence after which a stream gets a comment now}
   *
   * @param opened when the stream was opened
   * @param usual the silence after which it gets a heartbeat; 0 for never
   */
  public long silence(long now, long opened, long usual) {
    boolean wasThere = opened < begun - SILENCE_MILLIS;
    boolean hunted =
        isOn(now) && wasThere && now - begun >= opened % SILENCE_MILLIS; // not all at once
    return hunted ? Math.min(usual, SILENCE_MILLIS) : usual;
  }
}
