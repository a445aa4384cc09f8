package org.heliograph.streams;

/** The hand by which a {@link ProgressTask} tells how far it is. Thread-safe. */
public interface Progress {

  /**
   * Tells how far the task is. Of updates that come faster than the client of a sink reads, or than
   * some four a second on a channel, the latest replaces those that wait, and is always sent.
   *
   * @param percent how much is done, from 0 to 100, no less than in the update before
   * @param message what the task is doing, for the reader
   * @throws IllegalArgumentException if the percentage is out of range or goes back
   * @throws NullPointerException if the message is null
   * @throws java.util.concurrent.CancellationException if the stream has been stopped or its client
   *     has gone: the task is to end, and need not catch this
   */
  void update(int percent, String message);
}
