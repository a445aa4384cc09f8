package org.heliograph.it.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.heliograph.it.app.rest.Scanning;
import org.heliograph.it.app.streams.OwnStreams;
import org.heliograph.it.support.ContainerTest;
import org.heliograph.it.support.ProbedApplication;
import org.heliograph.it.support.Wars;
import org.heliograph.it.support.http.SseStream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** An application that holds one stream of each kind at most. */
class FullNodeIT extends ContainerTest implements ProbedApplication {
  @Deployment(testable = false)
  static WebArchive war() {
    return Wars.streaming("full", "heliograph.max-connections=1", "heliograph.streams.max=1")
        .addClass(Scanning.class)
        .addPackage(OwnStreams.class.getPackage());
  }

  @Test
  void oneStreamOfTheApplicationsOwnTooManyIsAnswered503() throws Exception {
    try (SseStream stream = SseStream.open(at("api/own/manual?id=full"))) {
      assertThat(stream.next().data()).isEqualTo("hello");
      for (String path : new String[] {"api/own/manual?id=second", "api/own/progress"}) {
        HttpResponse<String> second = get(path);
        assertThat(second.statusCode()).as(path).isEqualTo(503);
        assertThat(second.body()).contains("it holds 1 streams", "heliograph.streams.max");
        assertThat(second.headers().firstValue("Retry-After").orElseThrow()).matches("[1-9]\\d*");
      }
      assertThat(get("api/own/count").body()).isEqualTo("1");
    }
  }

  @Test
  void nodeThatIsFullSaysWhenToComeBackAndKeepsItsStream() throws Exception {
    String channel = listen();
    HttpResponse<String> second = get(endpoint() + "?channel=" + channel);
    assertThat(second.statusCode()).isEqualTo(503);
    assertThat(second.headers().firstValue("Retry-After").orElseThrow()).matches("[1-9]\\d*");
    assertThat(second.body()).contains("\"detail\":\"This node is full\"");
    broadcast(channel, "unharmed");
    expect("unharmed");
  }
}
