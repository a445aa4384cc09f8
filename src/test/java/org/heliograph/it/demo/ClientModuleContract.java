package org.heliograph.it.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import org.heliograph.it.support.http.Deployed;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every application with the JAR serves the client, without a line of its own for it. */
public interface ClientModuleContract extends Deployed {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "client.js",
        "changes.js",
        "renewal.js",
        "within.js",
        "shared-link.js",
        "event-source.js",
        "codec.js",
        "index.js",
        "streams.js",
        "post.js"
      })
  default void clientIsServedAsAModule(String file) throws IOException, InterruptedException {
    HttpResponse<String> module = get("heliograph/" + file);

    assertThat(module.statusCode()).isEqualTo(200);
    assertThat(module.headers().firstValue("Content-Type").orElseThrow())
        .matches("(text|application)/(x-)?javascript.*"); // WHATWG MIME Sniffing section 4.6
    assertThat(module.body()).contains("export");
  }
}
