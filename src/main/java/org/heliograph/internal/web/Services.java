package org.heliograph.internal.web;

import jakarta.enterprise.inject.spi.CDI;
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

  /** Those of the application whose request, or whose end, the calling thread works for. */
  public static Services current() {
    CDI<Object> beans = CDI.current();
    return new Services(
        beans.select(Hub.class).get(),
        beans.select(WebOptions.class).get(),
        beans.select(ChannelsBodyReader.class).get());
  }
}
