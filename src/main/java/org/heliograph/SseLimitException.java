package org.heliograph;

/**
 * Thrown when a line of a stream, or the data of one of its events, is longer than the limit of the
 * {@link SseParser}, {@link SseReader} or {@link SseSubscriber}.
 */
public final class SseLimitException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  SseLimitException(String what, int limit) {
    super(
        ("%s of the event stream has more than %d bytes. Where that is to be expected, make the"
                + " reader, subscriber or parser with a larger limit.")
            .formatted(what, limit));
  }
}
