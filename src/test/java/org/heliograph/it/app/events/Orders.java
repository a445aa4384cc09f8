package org.heliograph.it.app.events;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import org.heliograph.Channel;
import org.heliograph.ChannelAuthorizer;
import org.heliograph.Emits;

/** Channels that say which events they carry. */
@ApplicationScoped
public class Orders {

  /** An order has been shipped. */
  public record OrderShipped(String id, String carrier) {}

  @Produces
  @Channel("orders/{id}")
  @Emits(event = "shipped", payload = OrderShipped.class, fired = true)
  @Emits(event = "note", payload = String.class)
  ChannelAuthorizer orders = ChannelAuthorizer.everyone();
}
