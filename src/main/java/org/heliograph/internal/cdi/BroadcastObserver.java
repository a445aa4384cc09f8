package org.heliograph.internal.cdi;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import org.heliograph.Broadcast;
import org.heliograph.internal.hub.Hub;
import org.heliograph.internal.hub.Message;

/** Takes broadcasts that are fired as CDI events. */
@ApplicationScoped
public class BroadcastObserver {
  @Inject Hub hub;
  @Inject Event<Prepared> prepared;

  /** A broadcast that has been checked and encoded when it was fired. */
  record Prepared(Message message) {}

  /** At once, so that errors reach the publisher and the payload may change afterwards. */
  void prepare(@Observes Broadcast broadcast) {
    prepared.fire(new Prepared(hub.prepare(broadcast)));
  }

  void publish(@Observes(during = TransactionPhase.AFTER_SUCCESS) Prepared event) {
    hub.publish(event.message());
  }

  void publishAsync(@ObservesAsync Broadcast broadcast) {
    hub.publish(hub.prepare(broadcast));
  }
}
