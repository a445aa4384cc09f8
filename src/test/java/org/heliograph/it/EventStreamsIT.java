package org.heliograph.it;

import org.heliograph.it.app.rest.Scanning;
import org.heliograph.it.app.streams.OwnStreams;
import org.heliograph.it.jakarta.JavaClientContract;
import org.heliograph.it.jakarta.OwnStreamContract;
import org.heliograph.it.support.ContainerTest;
import org.heliograph.it.support.Wars;
import org.heliograph.it.support.server.ToleratedInLog;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** An application with streams of its own, and the Java client that reads and follows. */
@ToleratedInLog({
  "HELIOGRAPH-0401",
  // Yasson's own word on a payload that it cannot turn into JSON
  "Generating incomplete JSON",
  // Grizzly's own word on an HTTP/2 connection that was cut, as that of the Java client is here
  "Unable to write GOAWAY"
})
class EventStreamsIT extends ContainerTest implements OwnStreamContract, JavaClientContract {
  @Deployment(testable = false)
  static WebArchive war() {
    return Wars.streaming("own", "heliograph.streams.heartbeat=500ms")
        .addClass(Scanning.class)
        .addPackage(OwnStreams.class.getPackage());
  }
}
