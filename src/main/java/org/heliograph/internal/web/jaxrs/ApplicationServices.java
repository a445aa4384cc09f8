package org.heliograph.internal.web.jaxrs;

import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.CDI;
import org.heliograph.Cluster;
import org.heliograph.internal.hub.Hub;
import org.heliograph.internal.stream.HubListener;
import org.heliograph.internal.web.ChannelsBodyReader;
import org.heliograph.internal.web.Services;
import org.heliograph.internal.web.WebOptions;
import org.heliograph.internal.web.console.Console;

/**
 * Finds what an application's container of beans holds for HTTP. Looked up, because not every
 * server injects into JAX-RS classes of a library.
 */
public final class ApplicationServices {
  private ApplicationServices() {}

  /** {@return the console of the application whose request the calling thread works for} */
  static Console console() {
    return new Console(current(), CDI.current().select(Cluster.class).get());
  }

  /**
   * {@return who traces the requests of the application whose request the calling thread works for}
   */
  static StreamTrace trace() {
    Instance<StreamTrace> found = CDI.current().select(StreamTrace.class);
    return found.isResolvable() ? found.get() : () -> {};
  }

  /** {@return the services of the application whose request the calling thread works for} */
  public static Services current() {
    CDI<Object> beans = CDI.current();
    return new Services(
        beans.select(Hub.class).get(),
        beans.select(WebOptions.class).get(),
        new ChannelsBodyReader(text -> beans.select(JsonReader.class).get().read(text)),
        beans.select(HubListener.class).get());
  }
}
