package org.heliograph.streams;

import java.util.Objects;

/**
 * Ends a stream of the application's own with a message for its reader. Thrown by a job, a source
 * or a supplier; the text of every other exception stays on the server.
 */
public class StreamException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes the exception.
   *
   * @param message what the reader is told
   * @throws NullPointerException if the message is null
   */
  public StreamException(String message) {
    super(Objects.requireNonNull(message, "message"));
  }

  /**
   * Makes the exception.
   *
   * @param message what the reader is told
   * @param cause what the reader is not told
   * @throws NullPointerException if the message is null
   */
  public StreamException(String message, Throwable cause) {
    super(Objects.requireNonNull(message, "message"), cause);
  }
}
