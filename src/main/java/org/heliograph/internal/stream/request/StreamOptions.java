package org.heliograph.internal.stream.request;

import java.time.Duration;
import java.util.Optional;

/**
 * The settings of all streams.
 *
 * @param times how long what may take
 * @param limits how many there may be
 * @param strangers what holds for callers without an identity besides
 */
public record StreamOptions(Times times, Limits limits, Strangers strangers) {
  /** What holds where nothing is configured. */
  public static final StreamOptions DEFAULTS =
      new StreamOptions(
          new Times(
              Duration.ofSeconds(25),
              Duration.ofSeconds(2),
              Duration.ofSeconds(20),
              Duration.ZERO,
              Duration.ofMinutes(10),
              Duration.ofSeconds(15)),
          new Limits(50_000, 100, 100),
          new Strangers(40_000, 1000, Optional.of(Duration.ofMinutes(2))));

  /**
   * How long what may take.
   *
   * @param heartbeat silence after which a stream without channels gets a comment; zero for never
   * @param retry the reconnection time told to clients
   * @param write how long one write may hang before its connection is closed
   * @param lifetime how long a stream may live, give or take a tenth; zero for ever
   * @param hiddenLifetime the same for a stream whose end the server does not notice
   * @param restart how long a node that stops may be gone, or be no good to a browser's own client
   */
  public record Times(
      Duration heartbeat,
      Duration retry,
      Duration write,
      Duration lifetime,
      Duration hiddenLifetime,
      Duration restart) {}

  /**
   * How many there may be.
   *
   * @param connections streams of this node
   * @param perUser streams of one principal on all nodes together
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
    public String channelsRule() {
      return "A stream may have %s channels at most".formatted(channels);
    }
  }

  /**
   * What holds for callers without an identity, whom nobody can tell apart but by their addresses.
   *
   * @param connections their streams of this node; zero if a stream needs an identity
   * @param perAddress their streams of one address on this node
   * @param withoutChannel how long a stream of theirs may be without a channel, zero for ever;
   *     empty if there is no such stream
   */
  public record Strangers(int connections, int perAddress, Optional<Duration> withoutChannel) {}
}
