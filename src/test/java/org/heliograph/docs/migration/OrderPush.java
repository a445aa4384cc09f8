package org.heliograph.docs.migration;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import org.heliograph.Broadcast;
import org.heliograph.Channels;

/** What takes the place of a {@code PushContext}. */
final class OrderPush {

  /** What somebody ordered. */
  record Order(long id, String state) {}

  @Inject Channels channels;

  @Inject Event<Broadcast> broadcasts;

  void changed(Order order) {
    channels.to("orders").send("changed", order);
  }

  void changedFor(Order order, String user) {
    channels.to("users/" + user).send("changed", order);
  }

  void changedAfterCommit(Order order) {
    broadcasts.fire(Broadcast.to("orders").event("changed").data(order));
  }
}
