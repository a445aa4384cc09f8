package org.heliograph;

/** A stream that is read has a line or an event that is longer than its reader allows. */
public final class SseLimitException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  SseLimitException(String what, int limit) {
    super(
        "%s of the event stream has more than %d bytes; allow more where such streams are expected"
            .formatted(what, limit));
  }
}
