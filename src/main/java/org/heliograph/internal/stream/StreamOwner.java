package org.heliograph.internal.stream;

import jakarta.ws.rs.sse.OutboundSseEvent;

/** What a connection, and whoever changes one, asks of those who know all streams. */
interface StreamOwner {

  /** Has a connection drained, on a thread of the hub. */
  void wake(Connection connection);

  /** Has control events written that were queued, or ends the stream if too many wait. */
  void queued(Connection connection);

  /** Sends an event to one client alone. */
  void send(Connection connection, OutboundSseEvent event);

  /**
   * Ends a stream politely: after what has been broadcast so far, with a last word.
   *
   * @return false if it has ended already, or is about to
   */
  boolean bye(Connection connection, EndReason reason);

  /** Ends a stream at once. */
  void end(Connection connection, EndReason reason);
}
