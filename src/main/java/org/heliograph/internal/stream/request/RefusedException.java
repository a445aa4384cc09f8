package org.heliograph.internal.stream.request;

/** Thrown to a client whose stream cannot be opened now (PROTOCOL section 1). */
public final class RefusedException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  /** The HTTP status: 429 for this user's fault, 503 for the node's. */
  private final int status;

  /**
   * Makes the exception.
   *
   * @param status 429 or 503
   * @param message why the stream is refused, for the client
   */
  public RefusedException(int status, String message) {
    super(message);
    this.status = status;
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }
}
