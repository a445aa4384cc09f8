package com.example.orders;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import org.heliograph.Broadcast;
import org.heliograph.testing.RecordingChannels;
import org.jboss.weld.junit5.EnableWeld;
import org.jboss.weld.junit5.WeldInitiator;
import org.jboss.weld.junit5.WeldSetup;
import org.junit.jupiter.api.Test;

@EnableWeld
class ShippingTest {
  @WeldSetup
  WeldInitiator beans =
      WeldInitiator.of(
          Shipping.class,
          Courier.class,
          MemoryOrders.class,
          OrderChannel.class,
          RecordingChannels.class);

  @Inject Orders orders;
  @Inject Shipping shipping;
  @Inject RecordingChannels channels;

  @Test
  void shipmentIsBroadcastToItsOrder() {
    Order book = new Order("ann", "book");
    orders.add(book);

    shipping.ship(book.getId());

    String channel = "orders/" + book.getId();
    assertThat(channels.sent())
        .containsExactly(
            Broadcast.to(channel).event("shipped").data(new OrderShipped("book", "Pigeon Post")));
  }
}
