package org.heliograph.it.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import java.util.List;
import org.heliograph.it.support.http.Deployed;
import org.heliograph.it.support.server.ServerLog;
import org.heliograph.it.support.server.ServerWatch;
import org.heliograph.testing.HeliographProbe;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A test against a deployed WAR. A subclass gives the WAR ({@code @Deployment(testable = false)},
 * see {@link Wars}) and the tests, or mixes in shared ones.
 */
// ServerWatch comes first so that it looks back after Arquillian has undeployed
@ExtendWith({ServerWatch.class, ArquillianExtension.class})
@RunAsClient
public abstract class ContainerTest implements Deployed {
  /** A client of the streams, without an identity; closed after each test. */
  @RegisterExtension
  @SuppressWarnings("this-escape") // what the probe is given is not called before a test runs
  protected final HeliographProbe probe =
      HeliographProbe.at(() -> at(endpoint())).within(Duration.ofSeconds(20));

  @ArquillianResource private URL url;

  /** On the loopback interface: some adapters give the machine's own name, where nobody listens. */
  @Override
  public final URI base() {
    String context = url.getPath().endsWith("/") ? url.getPath() : url.getPath() + "/";
    return URI.create("http://127.0.0.1:" + url.getPort() + context);
  }

  /** {@return the client of the streams, for shared tests} */
  public final HeliographProbe probe() {
    return probe;
  }

  /** What answers 200 as soon as the application is there, relative to the context root. */
  protected String readyPath() {
    return ReadyServlet.PATH;
  }

  // not every adapter reports a deployment that failed: without this each test would see a bare 404
  @BeforeEach
  void deploymentSucceeded() throws IOException, InterruptedException {
    assertThat(get(readyPath()).statusCode())
        .withFailMessage(
            () ->
                "The deployment failed: %s does not answer 200. The server's log says:%n%s"
                    .formatted(at(readyPath()), lastComplaint()))
        .isEqualTo(200);
  }

  private static String lastComplaint() {
    List<String> complaints = ServerLog.ofContainer().complaints();
    return complaints.isEmpty() ? "nothing" : complaints.get(complaints.size() - 1);
  }
}
