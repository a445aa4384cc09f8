package org.heliograph.internal.log;

import java.time.Duration;

/**
 * The settings of one channel pattern.
 *
 * @param heartbeat silence after which a comment is sent; zero for never
 * @param historySize frames kept for clients that come back
 * @param historyTtl how long they are kept at most
 * @param backlog bytes kept at most for subscribers that have not passed them yet
 * @param overflow what becomes of a client that lags further
 * @param pattern the pattern as declared, empty for settings that are not yet those of one
 */
public record ChannelOptions(
    Duration heartbeat,
    int historySize,
    Duration historyTtl,
    long backlog,
    Overflow overflow,
    String pattern) {

  /** Settings that are not yet those of a pattern. */
  public ChannelOptions(
      Duration heartbeat, int historySize, Duration historyTtl, long backlog, Overflow overflow) {
    this(heartbeat, historySize, historyTtl, backlog, overflow, "");
  }

  /** {@return the same settings as those of a pattern} */
  public ChannelOptions of(String declared) {
    return new ChannelOptions(heartbeat, historySize, historyTtl, backlog, overflow, declared);
  }

  /** {@return the weight of the heaviest message that the log can hold beside what it may owe} */
  public long maxWeight() {
    return overflow == Overflow.LATEST ? backlog / 2 : backlog;
  }

  /** What holds where nothing is configured. */
  public static final ChannelOptions DEFAULTS =
      new ChannelOptions(
          Duration.ofSeconds(25), 256, Duration.ofMinutes(5), 8L << 20, Overflow.GAP);
}
