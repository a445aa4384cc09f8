package org.heliograph.it.app.cdi;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import org.heliograph.Broadcast;

/** Broadcasts from an observer of the application's own that is called after a commit. */
@ApplicationScoped
public class Afterwards {
  @Inject Event<Broadcast> broadcasts;

  /** Something that the application does, on a channel. */
  public record Deed(String channel) {}

  void tell(@Observes(during = TransactionPhase.AFTER_SUCCESS) Deed deed) {
    broadcasts.fire(Broadcast.to(deed.channel()).data("after the commit"));
  }
}
