package org.heliograph.internal.stream.request;

import java.time.Duration;

/**
 * The settings of all streams.
 *
 * @param times how long what may take
 * @param limits how many there may be
 */
public record StreamOptions(Times times, Limits limits) {
  /** What holds where nothing is configured. */
  public static final StreamOptions DEFAULTS =
      new StreamOptions(
          new Times(
              Duration.ofSeconds(25), Duration.ofSeconds(2), Duration.ofSeconds(20), Duration.ZERO),
          new Limits(50_000, 100, 100));

  /**
   * How long what may take.
   *
   * @param heartbeat silence after which a stream without channels gets a comment; zero for never
   * @param retry the reconnection time told to clients
   * @param write how long one write may hang before its connection is closed
   * @param lifetime how long a stream may live, give or take a tenth; zero for ever
   */
  public record Times(Duration heartbeat, Duration retry, Duration write, Duration lifetime) {}

  /**
   * How many there may be.
   *
   * @param connections streams of this node
   * @param perUser streams of one principal on this node
   * @param channels channels of one stream
   */
  public record Limits(int connections, int perUser, int channels) {

    /**
     * Checks how many channels a stream shall have.
     *
     * @throws IllegalArgumentException if there are more than a stream may have
     */
    public void checkChannels(int count) {
      if (count > channels) {
        throw new IllegalArgumentException("%s, was %s".formatted(channelsRule(), count));
      }
    }

    /** {@return the rule for people} */
    String channelsRule() {
      return "A stream may have %s channels at most".formatted(channels);
    }
  }
}
