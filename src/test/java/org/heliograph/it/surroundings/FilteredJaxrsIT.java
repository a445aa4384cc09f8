package org.heliograph.it.surroundings;

import org.heliograph.it.app.rest.Scanning;
import org.heliograph.it.app.surroundings.Meddler;
import org.heliograph.it.app.surroundings.PathTeller;
import org.heliograph.it.support.ContainerTest;
import org.heliograph.it.support.Wars;
import org.heliograph.it.support.server.ToleratedInLog;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** Streams over the container's sink behind filters, and with an encoding in {@code web.xml}. */
// Jersey's own word on a client that has gone
@ToleratedInLog("An I/O error has occurred while writing a response message entity chunk")
class FilteredJaxrsIT extends ContainerTest implements FilteredContract {
  @Deployment(testable = false)
  static WebArchive war() {
    return Wars.streaming("filtered-jaxrs", "heliograph.transport=jaxrs")
        .addClasses(Scanning.class, Meddler.class, PathTeller.class)
        .setWebXML(
            new StringAsset(
                """
                <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0">
                  <response-character-encoding>ISO-8859-1</response-character-encoding>
                </web-app>
                """));
  }
}
