package org.heliograph.it.app.transactions;

import jakarta.ejb.SessionSynchronization;
import jakarta.ejb.Stateful;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import org.heliograph.Broadcast;

/** Broadcasts when the container tells it that its transaction is about to complete. */
@Stateful(passivationCapable = false)
public class Session implements SessionSynchronization {
  @Inject private Event<Broadcast> broadcasts;
  private String channel;

  /** Takes part in the caller's transaction. */
  public void begin(String to) {
    channel = to;
  }

  @Override
  public void afterBegin() {}

  @Override
  public void beforeCompletion() {
    broadcasts.fire(Broadcast.to(channel).data("session"));
  }

  @Override
  public void afterCompletion(boolean committed) {}
}
