package org.heliograph.internal.web;

import jakarta.enterprise.inject.spi.CDI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.heliograph.internal.hub.Hub;

/**
 * What the application's container of beans holds for HTTP. Looked up, because not every server
 * injects into JAX-RS classes of a library.
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

  /** Those of the application whose request, or whose end, the calling thread works for. */
  public static Services current() {
    CDI<Object> beans = CDI.current();
    return new Services(
        beans.select(Hub.class).get(),
        beans.select(WebOptions.class).get(),
        beans.select(ChannelsBodyReader.class).get());
  }
}
