package org.heliograph.it;

import org.heliograph.it.demo.ClientModuleContract;
import org.heliograph.it.demo.DemoAccessContract;
import org.heliograph.it.demo.DemoBroadcastContract;
import org.heliograph.it.demo.DocumentsContract;
import org.heliograph.it.demo.IndexPageContract;
import org.heliograph.it.demo.LoadContract;
import org.heliograph.it.demo.LongSilenceContract;
import org.heliograph.it.demo.OwnStreamsContract;
import org.heliograph.it.support.ContainerTest;
import org.heliograph.it.support.Wars;
import org.heliograph.it.support.server.ToleratedInLog;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.TestMethodOrder;

/** The demo, as a user runs it. */
@TestMethodOrder(OrderAnnotation.class)
// Jersey says so of a reader of a report that has gone
@ToleratedInLog("An I/O error has occurred while writing a response message entity chunk")
class DemoIT extends ContainerTest
    implements IndexPageContract,
        ClientModuleContract,
        DemoAccessContract,
        DemoBroadcastContract,
        DocumentsContract,
        LoadContract,
        OwnStreamsContract,
        LongSilenceContract {
  @Deployment(testable = false)
  static WebArchive demo() {
    return Wars.demo();
  }

  @Override
  protected String readyPath() {
    return "index.html";
  }
}
