package org.heliograph.docs;

import org.heliograph.BroadcastFailedException;
import org.heliograph.Channels;

/** What becomes of an order that many nodes are told of. */
record Orders(Channels channels, Outbox outbox) {

  /** Where broadcasts are kept that are sent later. */
  interface Outbox {
    void keep(Object payload);
  }

  void placed(Shop.Order order) {
    try {
      channels.to("orders").send("placed", order);
    } catch (BroadcastFailedException e) {
      if (!e.uncertain()) {
        outbox.keep(order); // nobody has got it, and nobody will
      }
    }
  }
}
