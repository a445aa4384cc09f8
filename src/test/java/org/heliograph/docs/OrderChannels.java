package org.heliograph.docs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import org.heliograph.Channel;
import org.heliograph.ChannelAuthorizer;

/** The channels of {@link Warehouse}. */
@ApplicationScoped
public class OrderChannels {
  @Produces
  @Channel("orders/{id}")
  ChannelAuthorizer orders = ChannelAuthorizer.authenticated();
}
