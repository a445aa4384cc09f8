package org.heliograph.docs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import org.heliograph.Broadcast;

/** What "Testing your application" tests. */
@ApplicationScoped
public class Warehouse {
  public record OrderShipped(int order) {}

  @Inject Event<Broadcast> broadcasts;

  public void ship(int order) {
    broadcasts.fire(Broadcast.to("orders/" + order).event("shipped").data(new OrderShipped(order)));
  }
}
