package org.heliograph.it.app.transactions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import org.heliograph.Broadcast;

/** Broadcasts from observers of the application's own, called around a commit. */
@ApplicationScoped
public class Phases {
  @Inject Event<Broadcast> broadcasts;

  /** Something that the application does, on a channel. */
  public record Deed(String channel) {}

  void before(@Observes(during = TransactionPhase.BEFORE_COMPLETION) Deed deed) {
    broadcasts.fire(Broadcast.to(deed.channel()).data("before completion"));
  }

  void after(@Observes(during = TransactionPhase.AFTER_SUCCESS) Deed deed) {
    broadcasts.fire(Broadcast.to(deed.channel()).data("after success"));
  }
}
