package org.heliograph.it;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The same over the container's own JAX-RS sinks. */
@ToleratedInLog("HELIOGRAPH-0201")
class JaxrsTransportIT extends ContainerTest
    implements OpeningStreams,
        Resuming,
        Refusing,
        ChangingChannels,
        CrossOrigin,
        BadInput,
        OddClients,
        InternalPath {
  @Deployment(testable = false)
  static WebArchive war() {
    return Wars.streaming("jaxrs", "heliograph.transport=jaxrs");
  }
}
