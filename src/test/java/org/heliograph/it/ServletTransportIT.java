package org.heliograph.it;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The whole protocol in an application that has no JAX-RS code. */
@ToleratedInLog("HELIOGRAPH-0201")
class ServletTransportIT extends ContainerTest
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
    return Wars.streaming("servlet");
  }
}
