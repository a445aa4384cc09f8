package org.heliograph;

/** Thrown to a publisher that broadcasts to a channel which no pattern declares. */
public class UnknownChannelException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes the exception.
   *
   * @param channel the name that no pattern matches
   */
  public UnknownChannelException(String channel) {
    super(
        "Unknown channel: '"
            + channel
            + "' matches no declared pattern. Declare it with @Channel on a ChannelAuthorizer bean"
            + " or with heliograph.channel.<name>.pattern.");
  }
}
