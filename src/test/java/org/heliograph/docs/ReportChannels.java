package org.heliograph.docs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import org.heliograph.Channel;
import org.heliograph.ChannelAuthorizer;

/** The channels of "A long job with progress". */
@ApplicationScoped
public class ReportChannels {
  @Produces
  @Channel("reports/{id}")
  ChannelAuthorizer readers = ChannelAuthorizer.authenticated();
}
