package org.heliograph.it.surroundings;

import static org.assertj.core.api.Assertions.assertThat;

import org.heliograph.it.app.rest.Scanning;
import org.heliograph.it.app.surroundings.Forgotten;
import org.heliograph.it.app.surroundings.Meddler;
import org.heliograph.it.support.ContainerTest;
import org.heliograph.it.support.Wars;
import org.heliograph.it.support.server.ServerLog;
import org.heliograph.it.support.server.ToleratedInLog;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** Streams over the servlet's response behind filters; and what the log says of the start. */
@ToleratedInLog("HELIOGRAPH-0108")
class FilteredServletIT extends ContainerTest implements FilteredContract {
  @Deployment(testable = false)
  static WebArchive war() {
    return Wars.streaming("filtered")
        .addClass(Scanning.class)
        .addPackage(Meddler.class.getPackage());
  }

  @Test
  void streamWithinTheJaxrsApplicationIsWholeToo() throws Exception {
    isWhole("api/_sse");
  }

  @Test
  void oneLineSaysWhatHasStarted() {
    assertThat(ServerLog.ofContainer().text())
        .containsPattern(
            "HELIOGRAPH-0109: Heliograph has started: channels .*open/.*; endpoint /filtered/_sse;"
                + " transport servlet; pages of any origin");
  }

  @Test
  void classThatDeclaresAChannelAndIsNoBeanIsNamed() {
    String log = ServerLog.ofContainer().text();
    assertThat(log)
        .contains(
            "HELIOGRAPH-0108: "
                + Forgotten.class.getName()
                + " declares the channel 'forgotten/{id}' in vain, because it is no CDI bean.");
    if (!System.getProperty("arquillian.launch").equals("liberty")) { // it finds classes only
      assertThat(log)
          .contains(
              "HELIOGRAPH-0108: "
                  + Forgotten.Producer.class.getName()
                  + " declares channels in vain");
    }
  }
}
