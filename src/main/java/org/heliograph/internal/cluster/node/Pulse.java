package org.heliograph.internal.cluster.node;

import org.heliograph.internal.cluster.Feed;

/**
 * Whether a node hears itself: what it sends has to come back, which proves the way to the engine,
 * the engine, and the way back. Written by the thread that reads the log; read by any.
 */
final class Pulse {
  /** After so many beats without any of its own entries a node counts as cut off. */
  private static final int BEATS = 3;

  private final Feed feed;
  private final long limitMillis;

  /** The thread's own: since when nothing has been heard. */
  private long silentSince;

  private volatile boolean following;
  private volatile boolean cutOff;
  private volatile long proven;

  /** Begins in silence. */
  Pulse(Feed feed, long beatMillis, long now) {
    this.feed = feed;
    this.limitMillis = BEATS * beatMillis;
    this.silentSince = now;
    this.proven = now;
  }

  /** An entry has come back that this node had sent at a time. */
  void heard(long sentAt, long now) {
    silentSince = now;
    proven = sentAt;
    cutOff = false;
    follow(true);
  }

  /**
   * {@return whether nothing has come back for too long; then the same time passes until the next
   * such answer}
   *
   * @param progressing whether this node reads old entries, so that its own are yet to come
   */
  boolean hasStopped(long now, boolean progressing) {
    if (progressing) {
      silentSince = now;
    }
    if (now - silentSince <= limitMillis) {
      return false;
    }
    silentSince = now;
    cutOff = true;
    follow(false);
    return true;
  }

  private void follow(boolean follows) {
    if (following != follows) {
      following = follows;
      feed.following(follows);
    }
  }

  /** {@return whether this node has heard itself lately} */
  boolean isFollowing() {
    return following;
  }

  /** {@return whether this node has not heard itself for too long} */
  boolean isCutOff() {
    return cutOff;
  }

  /** {@return the time up to which this node is known to have read all that there was} */
  long provenUntil() {
    return proven;
  }
}
