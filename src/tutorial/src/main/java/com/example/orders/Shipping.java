package com.example.orders;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.NotFoundException;
import org.heliograph.Broadcast;

@ApplicationScoped
public class Shipping {
  @Inject Orders orders;
  @Inject Courier courier;
  @Inject Event<Broadcast> broadcasts;

  @Transactional
  public void ship(String id) {
    Order order = orders.find(id).orElseThrow(NotFoundException::new);
    order.ship("Pigeon Post");
    broadcasts.fire(
        Broadcast.to("orders/" + id)
            .event("shipped")
            .data(new OrderShipped(order.getItem(), order.getCarrier())));
    courier.collect(order);
  }
}
