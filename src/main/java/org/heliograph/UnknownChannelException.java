package org.heliograph;

import java.util.Optional;

/** Thrown to a publisher that broadcasts to a channel which no pattern declares. */
public class UnknownChannelException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes the exception.
   *
   * @param channel the name that no pattern matches
   */
  public UnknownChannelException(String channel) {
    this(channel, Optional.empty());
  }

  /**
   * Makes the exception.
   *
   * @param channel the name that no pattern matches
   * @param closest the declared pattern that may have been meant, empty if none is close
   */
  public UnknownChannelException(String channel, Optional<String> closest) {
    super(
        "Unknown channel: '"
            + channel
            + "' matches no declared pattern"
            + closest.map("; did you mean '%s'? "::formatted).orElse(". ")
            + "Declare it with @Channel on a ChannelAuthorizer bean or with"
            + " heliograph.channel.<name>.pattern.");
  }
}
