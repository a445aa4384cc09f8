package com.example.orders;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.Principal;
import java.util.Optional;
import org.heliograph.Channel;
import org.heliograph.ChannelAuthorizer;
import org.heliograph.Emits;
import org.heliograph.SubscribeRequest;

@ApplicationScoped
@Channel("orders/{id}")
@Emits(event = "shipped", payload = OrderShipped.class)
public class OrderChannel implements ChannelAuthorizer {
  @Inject Orders orders;

  @Override
  public boolean authorize(SubscribeRequest request) {
    Optional<String> caller = request.principal().map(Principal::getName);
    return orders
        .find(request.param("id"))
        .filter(order -> caller.equals(Optional.of(order.getCustomer())))
        .isPresent();
  }
}
