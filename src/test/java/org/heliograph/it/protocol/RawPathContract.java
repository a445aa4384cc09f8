package org.heliograph.it.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import org.heliograph.it.support.StreamingApplication;
import org.heliograph.it.support.http.RawClient;
import org.heliograph.it.support.server.ToleratedInLog;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A path that has to be decoded to be the endpoint's is not: it could evade a constraint. */
// Open Liberty warns of every path that leads nowhere, and refuses %2F by itself as an error
@ToleratedInLog({
  "SRVE0190E: File not found",
  "CWWWC0005I: The request URI has invalid or improperly encoded characters"
})
public interface RawPathContract extends StreamingApplication {
  /**
   * The status line of the answer to a path.
   *
   * @param form the path, in which {@code <parent>} stands for what is before the last segment of
   *     the endpoint's, {@code <name>} for that segment, and {@code <encoded>} for the same with
   *     its first character encoded
   */
  private String status(String method, String form) throws IOException {
    String endpoint = endpoint();
    int last = endpoint.lastIndexOf('/') + 1;
    String name = endpoint.substring(last);
    String path =
        form.replace("<parent>", endpoint.substring(0, last))
            .replace("<name>", name)
            .replace("<encoded>", "%%%02X".formatted((int) name.charAt(0)) + name.substring(1));
    try (RawClient client = RawClient.connect(URI.create(base() + path + "?channel=open/raw"))) {
      return client.send(method).readUntil("\r\n").substring("HTTP/1.1 ".length());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<parent><name>%2F",
        "<parent><name>%2f",
        "<parent>%2F<name>",
        "<parent>/<name>",
        "<parent><encoded>",
        "<parent><name>;x=y",
        "<parent><name>;",
        "<parent><name>/;x=y",
        "<parent><name>%2F%2E%2E%2F<name>",
      })
  default void noStreamIsAtAPathThatOnlyDecodesToTheEndpoints(String form) throws Exception {
    assertThat(status("GET", form)).matches("(?s)40[04]\\b.*");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<parent><name>%2Fchannels",
        "<parent><name>/%63hannels",
        "<parent><name>/channels%2F",
        "<parent><name>/channels;y",
      })
  default void noChannelsAreAtAPathThatOnlyDecodesToTheirs(String form) throws Exception {
    assertThat(status("DELETE", form)).matches("(?s)40[045]\\b.*");
  }
}
