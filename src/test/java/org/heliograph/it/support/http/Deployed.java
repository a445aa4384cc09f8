package org.heliograph.it.support.http;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** An application on a running server; the super-interface of all shared sets of tests. */
public interface Deployed {
  /** HTTP/1.1 throughout, so that no server is asked for an upgrade. */
  HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();

  /** The context root, with a slash at its end. */
  URI base();

  /** Where the endpoint is, relative to the context root. */
  default String endpoint() {
    return "_sse";
  }

  /**
   * The address of something in the application.
   *
   * @param path relative to the context root, without a leading slash
   */
  default URI at(String path) {
    return base().resolve(path);
  }

  /**
   * Fetches a whole answer; not for streams.
   *
   * @param path relative to the context root, without a leading slash
   * @param headers names and values in turn
   */
  default HttpResponse<String> get(String path, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(at(path)).timeout(Duration.ofSeconds(30));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return HTTP.send(request.build(), BodyHandlers.ofString());
  }
}
