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
// Open Liberty warns of every path that leads nowhere
@ToleratedInLog("SRVE0190E: File not found")
public interface RawPathContract extends StreamingApplication {
  /**
   * Asks for what a path is made of.
   *
   * @param form a path in which {@code P} stands for what is before the last slash of the
   *     endpoint's path, with that slash, {@code E} for what is behind, and {@code X} for the first
   *     of its characters, encoded
   */
  private String status(String method, String form) throws IOException {
    String endpoint = endpoint();
    int last = endpoint.lastIndexOf('/') + 1;
    String name = endpoint.substring(last);
    String path =
        form.replace("X", "%%%02X".formatted((int) name.charAt(0)) + name.substring(1))
            .replace("P", endpoint.substring(0, last))
            .replace("E", name);
    try (RawClient client = RawClient.connect(URI.create(base() + path + "?channel=open/raw"))) {
      return client.send(method).readUntil("\r\n").substring("HTTP/1.1 ".length());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"PE%2F", "PE%2f", "P%2FE", "PX", "PE;x=y", "PE;", "PE/;x=y", "PE%2F%2e%2e%2FE"})
  default void noStreamIsAtAPathThatOnlyDecodesToTheEndpoints(String form) throws Exception {
    assertThat(status("GET", form)).startsWith("40").isNotEqualTo("401");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"PE/x%2Fchannels", "PE%2Fx/channels", "PE/x/channels%2F", "PE/x/channels;y"})
  default void noChannelsAreAtAPathThatOnlyDecodesToTheirs(String form) throws Exception {
    assertThat(status("DELETE", form)).startsWith("40");
  }
}
