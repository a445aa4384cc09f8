package org.heliograph.internal.cluster;

/** The engine answered that it will not do what was asked, for instance for want of memory. */
public final class EngineRefusedException extends Exception {
  private static final long serialVersionUID = 1;

  /** Says what the engine has answered. */
  public EngineRefusedException(String message) {
    super(message);
  }

  /** Says what the engine has answered, and what that was noticed by. */
  public EngineRefusedException(String message, Throwable cause) {
    super(message, cause);
  }
}
