package org.heliograph.internal.cluster;

/** The engine answered that it will not do what was asked, for instance for want of memory. */
public final class EngineRefusedException extends Exception {
  private static final long serialVersionUID = 1;

  private final boolean lasting;

  /** Says what the engine has answered, which it does until somebody corrects the settings. */
  public EngineRefusedException(String message) {
    super(message);
    this.lasting = true;
  }

  /**
   * Says what the engine has answered, and what that was noticed by.
   *
   * @param lasting whether the engine answers so until somebody corrects the settings
   */
  public EngineRefusedException(String message, boolean lasting, Throwable cause) {
    super(message, cause);
    this.lasting = lasting;
  }

  /** {@return whether the engine answers so until somebody corrects the settings} */
  public boolean lasting() {
    return lasting;
  }
}
