package org.heliograph.internal.stream.request;

/** Thrown to a client whose stream cannot be opened now (PROTOCOL section 1). */
public final class RefusedException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  /** The HTTP status: 401 or 429 for what the caller can change, 503 for the node's fault. */
  private final int status;

  private final boolean stopping;

  /**
   * Makes the exception.
   *
   * @param status 401, 429 or 503
   * @param message why the stream is refused, for the client
   */
  public RefusedException(int status, String message) {
    this(status, message, false);
  }

  private RefusedException(int status, String message, boolean stopping) {
    super(message);
    this.status = status;
    this.stopping = stopping;
  }

  /** {@return the exception of a node that stops: its clients are to come back} */
  public static RefusedException stopping() {
    return new RefusedException(503, "This node is stopping", true);
  }

  /** Whether the node is stopping. */
  public boolean isStopping() {
    return stopping;
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }
}
