package org.heliograph.it.app.transactions;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import org.heliograph.Broadcast;
import org.heliograph.Channels;

/** Broadcasts while the application is still being started, in the transaction of its start. */
@Singleton
@Startup
public class EarlyBird {
  @Inject private Event<Broadcast> broadcasts;
  @Inject private Channels channels;
  private String position;

  @PostConstruct
  void sing() {
    position = channels.position();
    broadcasts.fire(Broadcast.to("open/early").data("bird"));
  }

  /** {@return the position before its song} */
  public String position() {
    return position;
  }
}
