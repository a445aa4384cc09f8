package org.heliograph.bench.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.heliograph.Broadcast;

/** Publishes as an application does that has more to say at once: in a transaction. */
@ApplicationScoped
public class Transactions {
  @Inject private Event<Broadcast> broadcasts;

  /** Publishes an event and those after it, so many together. */
  @Transactional
  public void publish(String channel, Tick first, int count) {
    for (int i = 0; i < count; i++) {
      broadcasts.fire(Broadcast.to(channel).event("tick").data(first.plus(i)));
    }
  }
}
