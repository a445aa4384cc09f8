package org.heliograph.internal.stream.request;

/** Thrown to a client whose stream cannot be opened now (PROTOCOL section 1). */
public final class RefusedException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  /** The HTTP status: 401 or 429 for what the caller can change, 503 for the node's fault. */
  private final int status;

  /**
   * Makes the exception.
   *
   * @param status 401, 429 or 503
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
