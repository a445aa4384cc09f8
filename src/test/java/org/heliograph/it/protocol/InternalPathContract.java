package org.heliograph.it.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.heliograph.it.support.StreamingApplication;
import org.heliograph.it.support.http.RawClient;
import org.heliograph.it.support.server.ToleratedInLog;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is inside cannot be reached from outside, past the security of the endpoint's path. */
// Open Liberty warns of every path that leads nowhere
@ToleratedInLog("SRVE0190E: File not found")
public interface InternalPathContract extends StreamingApplication {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "heliograph-internal",
        "heliograph-internal/_sse",
        "heliograph-internal/_sse/channels",
        "heliograph-internal/heliograph-endpoint/servlet",
        "heliograph-internal/heliograph-endpoint/sink",
        "heliograph-internal;x=y/_sse",
        "%68eliograph-internal/_sse",
        "x/../heliograph-internal/_sse",
        "_sse/../heliograph-internal/_sse",
        "heliograph-internal/application.wadl",
        "heliograph-endpoint/servlet",
      })
  default void internalPathIsNotThere(String path) throws Exception {
    int status;
    try (RawClient client = RawClient.connect(URI.create(base() + path + "?")).get()) {
      status = Integer.parseInt(client.readUntil("\r\n").substring(9, 12));
    }
    assertThat(status).isBetween(400, 404);
  }
}
