package org.heliograph.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.heliograph.it.support.StreamingApplication.as;

import org.heliograph.it.app.rest.Scanning;
import org.heliograph.it.protocol.ConsoleContract;
import org.heliograph.it.support.ContainerTest;
import org.heliograph.it.support.Wars;
import org.heliograph.it.support.server.ToleratedInLog;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The console, beside a JAX-RS application that scans, so that the console is within it too. */
// Open Liberty warns of every path that leads nowhere
@ToleratedInLog({"HELIOGRAPH-0201", "SRVE0190E: File not found"})
class ConsoleIT extends ContainerTest implements ConsoleContract {
  @Deployment(testable = false)
  static WebArchive war() {
    return Wars.streaming("console", "heliograph.console.roles-allowed=vip")
        .addClass(Scanning.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/console.js", "/streams.json"})
  void itIsWithinTheOwnApplicationOfJaxrsForItsRoleAlone(String below) throws Exception {
    String path = "api/_sse/console" + below;
    assertThat(get(path).statusCode()).isEqualTo(401);
    assertThat(get(path, as("ann")).statusCode()).isEqualTo(403);
    assertThat(get(path, as("vip")).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "heliograph-console/page",
        "heliograph-internal/heliograph-console/page",
        "api/heliograph-console/page",
        "api/heliograph-console/streams.json",
      })
  void nobodyGetsToItAroundItsPath(String path) throws Exception {
    assertThat(get(path, as("vip")).statusCode()).isEqualTo(404);
  }
}
