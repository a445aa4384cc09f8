package org.heliograph.internal.web;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.heliograph.internal.hub.Hub;

/**
 * What an application has for HTTP.
 *
 * @param hub the hub
 * @param options the settings
 * @param bodies reads the bodies of requests
 */
public record Services(Hub hub, WebOptions options, ChannelsBodyReader bodies) {

  /**
   * Takes each channel of a request once, in order.
   *
   * @throws ProblemException if the request names more channels than a stream may have
   */
  Set<String> channels(List<String> names) throws ProblemException {
    try {
      hub.limits().checkChannels(names.size());
      return new LinkedHashSet<>(names);
    } catch (IllegalArgumentException e) {
      throw new ProblemException(400, e.getMessage());
    }
  }
}
