package org.heliograph.internal.cdi;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import org.heliograph.Broadcast;
import org.heliograph.internal.cdi.commit.PendingBroadcasts;
import org.heliograph.internal.cdi.commit.Transactions;
import org.heliograph.internal.hub.Hub;

/** Takes broadcasts that are fired as CDI events. */
@ApplicationScoped
public class BroadcastObserver {
  @Inject Hub hub;
  @Inject Caller caller;
  @Inject Event<PendingBroadcasts> untilCommit;

  private Transactions transactions; // set once in open()

  @PostConstruct
  void open() {
    transactions = new Transactions(untilCommit::fire, hub.publisher());
  }

  /** Finds the server's transactions on a thread of the server's. */
  void start(
      @Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) @Initialized(ApplicationScoped.class)
          Object event) {
    transactions.prepare();
  }

  /** Encodes at once, so that errors reach the publisher and the payload may change afterwards. */
  void prepare(@Observes Broadcast broadcast) {
    transactions.send(
        hub.prepare(broadcast.isToOthers() ? caller.withoutSender(broadcast) : broadcast));
  }

  void publish(@Observes(during = TransactionPhase.AFTER_SUCCESS) PendingBroadcasts pending) {
    pending.committed();
  }

  void forget(@Observes(during = TransactionPhase.AFTER_FAILURE) PendingBroadcasts pending) {
    pending.rolledBack();
  }

  void publishAsync(@ObservesAsync Broadcast broadcast) {
    hub.publish(hub.prepare(broadcast));
  }
}
