package org.heliograph.it.app.transactions;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.PostPersist;
import jakarta.persistence.PostUpdate;
import org.heliograph.Broadcast;

/**
 * Tells pages what the database is told, when JPA tells it: at the latest as part of the commit.
 */
public class ItemListener {
  @Inject private Event<Broadcast> broadcasts;

  @PostPersist
  void persisted(Item item) {
    tell("persisted", item);
  }

  @PostUpdate
  void updated(Item item) {
    tell("updated", item);
  }

  private void tell(String what, Item item) {
    broadcasts.fire(Broadcast.to(item.channel()).data(what + " " + item.name()));
  }
}
