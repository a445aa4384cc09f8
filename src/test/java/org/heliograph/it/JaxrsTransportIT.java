package org.heliograph.it;

import org.heliograph.it.protocol.BadInputContract;
import org.heliograph.it.protocol.ChannelChangeContract;
import org.heliograph.it.protocol.ConsoleOffContract;
import org.heliograph.it.protocol.CrossOriginContract;
import org.heliograph.it.protocol.InternalPathContract;
import org.heliograph.it.protocol.OddClientContract;
import org.heliograph.it.protocol.PromptnessContract;
import org.heliograph.it.protocol.RawPathContract;
import org.heliograph.it.protocol.RefusalContract;
import org.heliograph.it.protocol.ResumeContract;
import org.heliograph.it.protocol.SessionContract;
import org.heliograph.it.protocol.StreamContract;
import org.heliograph.it.protocol.WithdrawalContract;
import org.heliograph.it.support.ContainerTest;
import org.heliograph.it.support.Wars;
import org.heliograph.it.support.server.ToleratedInLog;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The whole protocol over the container's own JAX-RS sinks. */
@ToleratedInLog({
  "HELIOGRAPH-0201",
  // Jersey's own word on a client that has gone, as the odd ones here do
  "An I/O error has occurred while writing a response message entity chunk"
})
class JaxrsTransportIT extends ContainerTest
    implements StreamContract,
        ResumeContract,
        RefusalContract,
        ChannelChangeContract,
        CrossOriginContract,
        BadInputContract,
        OddClientContract,
        InternalPathContract,
        ConsoleOffContract,
        RawPathContract,
        PromptnessContract,
        WithdrawalContract,
        SessionContract {
  @Deployment(testable = false)
  static WebArchive war() {
    return Wars.streaming("jaxrs", "heliograph.transport=jaxrs");
  }
}
