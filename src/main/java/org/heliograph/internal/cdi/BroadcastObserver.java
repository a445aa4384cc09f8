package org.heliograph.internal.cdi;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import org.heliograph.Broadcast;
import org.heliograph.internal.hub.Hub;

/** Takes broadcasts that are fired as CDI events. */
@ApplicationScoped
public class BroadcastObserver {
  private final Transactions transactions = new Transactions();

  @Inject Hub hub;
  @Inject Event<PendingBroadcasts> untilCommit;

  /** Encodes at once, so that errors reach the publisher and the payload may change afterwards. */
  void prepare(@Observes Broadcast broadcast) {
    transactions.add(hub.prepare(broadcast), untilCommit::fire);
  }

  void publish(@Observes(during = TransactionPhase.AFTER_SUCCESS) PendingBroadcasts pending) {
    pending.sendTo(hub::publish);
  }

  void publishAsync(@ObservesAsync Broadcast broadcast) {
    hub.publish(hub.prepare(broadcast));
  }
}
