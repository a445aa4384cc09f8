package org.heliograph.internal.cluster.node;

import java.util.function.LongSupplier;
import org.heliograph.internal.cluster.Feed;

/**
 * Whether a node hears itself: what it sends has to come back, which proves the way to the engine,
 * the engine, and the way back. The thread that reads the log writes it and tells the hub. That
 * thread may be held up, as by a connect, so whoever asks meanwhile is answered by the clock.
 */
final class Pulse {
  /** After so many beats without any of its own entries a node counts as cut off. */
  private static final int BEATS = 3;

  private final Feed feed;
  private final long limitMillis;
  private final LongSupplier running;

  // written by the thread that reads the log, read by any thread
  /** Since when nothing has been heard. */
  private volatile long silentSince;

  /** Whether the hub is being told what has been read: however long that takes is no silence. */
  private volatile boolean telling;

  private volatile boolean following;
  private volatile boolean cutOff;
  private volatile long proven;

  /**
   * Begins in silence.
   *
   * @param now the time by the clock of the entries that are sent
   * @param running the time for which this process has been running: while it stands still, so does
   *     what it sends, which says nothing of the engine
   */
  Pulse(Feed feed, long beatMillis, long now, LongSupplier running) {
    this.feed = feed;
    this.limitMillis = BEATS * beatMillis;
    this.running = running;
    this.silentSince = running.getAsLong();
    this.proven = now;
  }

  /** The hub is told what has been read, until {@link #hasStopped} is asked again. */
  void tells() {
    telling = true;
  }

  /** An entry has come back that this node had sent at a time. */
  void heard(long sentAt) {
    silentSince = running.getAsLong();
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
  boolean hasStopped(boolean progressing) {
    long now = running.getAsLong();
    if (progressing) {
      silentSince = now;
    }
    telling = false;
    if (now - silentSince <= limitMillis) {
      return false;
    }
    cutOff = true;
    follow(false);
    silentSince = now; // last: until then whoever asks knows of the silence by the clock
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
    return following && !isSilent();
  }

  /** {@return whether this node has not heard itself for too long} */
  boolean isCutOff() {
    // one that has yet to follow may be reading for long
    return cutOff || (following && isSilent());
  }

  private boolean isSilent() {
    return !telling && running.getAsLong() - silentSince > limitMillis;
  }

  /** {@return the time up to which this node is known to have read all that there was} */
  long provenUntil() {
    return proven;
  }
}
