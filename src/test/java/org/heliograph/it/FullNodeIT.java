package org.heliograph.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.heliograph.it.support.StreamingApplication.fresh;

import java.net.http.HttpResponse;
import org.heliograph.it.support.ContainerTest;
import org.heliograph.it.support.StreamingApplication;
import org.heliograph.it.support.Wars;
import org.heliograph.it.support.http.SseStream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** An application that holds one stream at most. */
class FullNodeIT extends ContainerTest implements StreamingApplication {
  @Deployment(testable = false)
  static WebArchive war() {
    return Wars.streaming("full", "heliograph.max-connections=1");
  }

  @Test
  void nodeThatIsFullSaysWhenToComeBackAndKeepsItsStream() throws Exception {
    String channel = fresh();
    try (SseStream stream = subscribed(channel)) {
      HttpResponse<String> second = get(endpoint() + "?channel=" + channel);
      assertThat(second.statusCode()).isEqualTo(503);
      assertThat(second.headers().firstValue("Retry-After").orElseThrow()).matches("[1-9]\\d*");
      assertThat(second.body()).contains("This node is full: it holds 1 streams");
      broadcast(channel, "unharmed");
      assertThat(stream.next().data()).contains("unharmed");
    }
  }
}
