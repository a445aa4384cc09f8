package org.heliograph.it;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The same over the container's own JAX-RS sinks. */
@ToleratedInLog({
  "HELIOGRAPH-0201",
  // Jersey's own word on a client that has gone, as the odd ones here do
  "An I/O error has occurred while writing a response message entity chunk"
})
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
