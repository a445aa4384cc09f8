package org.heliograph.internal.cluster.node;

import java.time.Duration;

/**
 * The settings of a node.
 *
 * @param sendTimeout how long a publisher waits for what it has sent
 * @param buffer what broadcasts after a commit may weigh together that have not come back, in bytes
 * @param beat how often a node says that it lives
 * @param recall how long a node remembers what it has read, to put it back
 * @param recallBytes what a node remembers at most
 * @param readPatience how long the thread that reads waits for an entry in one call
 * @param batch what is appended in one call at most
 */
public record NodeOptions(
    Duration sendTimeout,
    long buffer,
    Duration beat,
    Duration recall,
    long recallBytes,
    Duration readPatience,
    BatchLimit batch) {
  /** What holds without any setting. */
  public static final NodeOptions DEFAULT =
      new NodeOptions(
          Duration.ofSeconds(2),
          8 << 20,
          Duration.ofSeconds(1),
          Duration.ofSeconds(30),
          16 << 20,
          Duration.ofSeconds(1),
          BatchLimit.DEFAULT);
}
