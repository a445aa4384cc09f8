package org.heliograph.internal.stream.request;

import java.util.List;
import java.util.Optional;

/**
 * Something that a client has asked for in vain: a channel, or a request as a whole.
 *
 * @param client who has asked
 * @param channel the channel as it was asked for; empty for a request as a whole
 * @param status the HTTP status that says why
 * @param code the same for programs: one of the codes of {@link Rejection}, or of a whole request
 */
public record Refusal(StreamClient client, Optional<String> channel, int status, String code) {
  /** The codes of channels, then those of whole requests. */
  public static final List<String> CODES =
      List.of(
          "unauthenticated",
          "expired",
          "forbidden",
          "unknown-channel",
          "invalid-channel",
          "too-many-channels",
          "unavailable",
          "bad-request",
          "foreign-page",
          "no-stream",
          "not-found",
          "other-method",
          "not-acceptable",
          "too-slow",
          "too-large",
          "other-media-type",
          "too-many-streams",
          "not-asynchronous",
          "full",
          "node-silent");

  /**
   * Counts whoever comes while the node stops. That is told to no listener: the client gets a
   * stream that says when to come back.
   */
  public static final String STOPPING = "stopping";

  /** {@return the refusal of one channel} */
  public static Refusal of(StreamClient client, Rejection rejection) {
    return new Refusal(
        client, Optional.of(rejection.channel()), rejection.status(), rejection.code());
  }
}
