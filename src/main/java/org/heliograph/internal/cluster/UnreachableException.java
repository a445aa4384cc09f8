package org.heliograph.internal.cluster;

/**
 * The engine did not answer, or did not answer in time. What was asked of it may have been done all
 * the same.
 */
public final class UnreachableException extends Exception {
  private static final long serialVersionUID = 1;

  /** Says what did not answer. */
  public UnreachableException(String message) {
    super(message);
  }

  /** Says what did not answer, and what that was noticed by. */
  public UnreachableException(String message, Throwable cause) {
    super(message, cause);
  }
}
