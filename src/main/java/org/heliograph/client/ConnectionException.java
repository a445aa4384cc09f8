package org.heliograph.client;

import org.heliograph.internal.client.http.Ending;

/**
 * Says why a connection was lost or refused. It is given to listeners and futures, and thrown by
 * nothing.
 */
public class ConnectionException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String code;
  private final int status;

  ConnectionException(String message, String code, int status) {
    super(message);
    this.code = code;
    this.status = status;
  }

  static ConnectionException of(Ending ending) {
    return new ConnectionException(ending.message(), ending.code(), ending.status());
  }

  /**
   * A stable word for the cause.
   *
   * @return {@code http}, {@code network}, {@code timeout}, {@code content-type}, {@code stale},
   *     {@code refresh}, {@code request}, {@code unreadable}, {@code too-large}, {@code
   *     unavailable} (the server could not decide on a channel, which is asked for again), {@code
   *     expired}, {@code closed}, or the reason of the server's {@code hg.bye}; a {@link
   *     ChannelException} has codes of its own
   */
  public final String code() {
    return code;
  }

  /**
   * The HTTP status of the answer.
   *
   * @return the status, 0 where no answer came
   */
  public final int status() {
    return status;
  }
}
