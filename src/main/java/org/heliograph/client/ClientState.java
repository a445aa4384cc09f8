package org.heliograph.client;

/** Where a {@link HeliographClient} is in its life. */
public enum ClientState {
  /** The client has opened nothing yet. */
  IDLE,
  /** The first attempt is under way, or one that follows another at once. */
  CONNECTING,
  /** The server has welcomed the client. */
  CONNECTED,
  /** The stream was lost or refused for now; the client waits, or tries again. */
  RECONNECTING,
  /** The application has called {@link HeliographClient#disconnect}. */
  DISCONNECTED,
  /**
   * The server has refused in a way that another attempt would not mend, or the attempts are used
   * up; {@link HeliographClient#connect}, {@code reconnect} or a new subscription tries again.
   */
  FAILED,
  /**
   * The application has closed the client, for good; or the server has ended the stream and wants
   * none to follow, in which case {@link HeliographClient#connect} may open the client again.
   */
  CLOSED;

  /** {@return whether the client has a connection, or is on its way to one} */
  boolean isActive() {
    return this == CONNECTING || this == CONNECTED || this == RECONNECTING;
  }
}
