package org.heliograph.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import org.heliograph.Broadcast;
import org.heliograph.Channels;
import org.heliograph.UnknownChannelException;
import org.heliograph.docs.Warehouse.OrderShipped;
import org.heliograph.testing.RecordingChannels;
import org.jboss.weld.junit5.EnableWeld;
import org.jboss.weld.junit5.WeldInitiator;
import org.jboss.weld.junit5.WeldSetup;
import org.junit.jupiter.api.Test;

@EnableWeld
class WarehouseTest {
  @WeldSetup
  WeldInitiator beans =
      WeldInitiator.of(Warehouse.class, OrderChannels.class, RecordingChannels.class);

  @Inject Warehouse warehouse;
  @Inject RecordingChannels channels;

  @Test
  void shipmentIsBroadcast() {
    warehouse.ship(7);

    assertThat(channels.sentTo("orders/7"))
        .containsExactly(Broadcast.to("orders/7").event("shipped").data(new OrderShipped(7)));
  }

  /** What an application without CDI in its tests may have. */
  record Notifier(Channels channels) {
    void cancel(int order) {
      channels.to("orders/" + order).send("cancelled", "Sold out");
    }
  }

  @Test
  void cancellationIsBroadcast() {
    RecordingChannels recorded = RecordingChannels.of("orders/{id}");

    new Notifier(recorded).cancel(7);

    assertThat(recorded.sent())
        .containsExactly(Broadcast.to("orders/7").event("cancelled").data("Sold out"));
    assertThatThrownBy(() -> recorded.sentTo("order/7"))
        .isInstanceOf(UnknownChannelException.class);
  }
}
