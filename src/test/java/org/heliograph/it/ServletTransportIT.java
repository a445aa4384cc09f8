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

/** The whole protocol in an application that has no JAX-RS code. */
@ToleratedInLog("HELIOGRAPH-0201")
class ServletTransportIT extends ContainerTest
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
    return Wars.streaming("servlet");
  }
}
