package org.heliograph.it.support;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;
import org.heliograph.it.support.http.Deployed;
import org.heliograph.it.support.http.SseStream;

/** An application with the channels and controls of {@code org.heliograph.it.app}. */
public interface StreamingApplication extends Deployed {
  /** A channel that nobody else uses and everyone may. */
  static String fresh() {
    return "open/" + UUID.randomUUID();
  }

  /** The name and value of the header by which a user signs in. */
  static String[] as(String user) {
    return as(user, user);
  }

  /** Likewise, with a password, or what stands in for one. */
  static String[] as(String user, String password) {
    byte[] credentials = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    return new String[] {
      "Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials)
    };
  }

  /**
   * Opens a stream.
   *
   * @param query of the request, without a question mark
   * @param headers names and values in turn
   */
  default SseStream stream(String query, String... headers)
      throws IOException, InterruptedException {
    return SseStream.open(at(endpoint() + "?" + query), headers);
  }

  /** Opens a stream and reads the greeting of its one channel. */
  default SseStream subscribed(String channel, String... headers)
      throws IOException, InterruptedException {
    SseStream stream = stream("channel=" + channel, headers);
    stream.next("hg.subscribed");
    return stream;
  }

  /** Sends a request whose answer is no stream. */
  default HttpResponse<String> send(String method, URI uri, String body, String... headers)
      throws IOException, InterruptedException {
    HttpRequest request =
        SseStream.request(uri, headers)
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
            .timeout(Duration.ofSeconds(30))
            .build();
    return HTTP.send(request, BodyHandlers.ofString());
  }

  /**
   * Has something done within the application.
   *
   * @param parameters names and values in turn
   */
  default String control(String deed, String... parameters)
      throws IOException, InterruptedException {
    StringBuilder query = new StringBuilder("?");
    for (int i = 0; i < parameters.length; i += 2) {
      query.append(parameters[i]).append('=');
      query.append(URLEncoder.encode(parameters[i + 1], StandardCharsets.UTF_8)).append('&');
    }
    HttpResponse<String> answer = send("POST", at("it/" + deed + query), null);
    if (answer.statusCode() != 200) {
      throw new AssertionError(deed + " is " + answer.statusCode() + ": " + answer.body());
    }
    return answer.body();
  }

  /** Broadcasts an event without a name and answers its position. */
  default String broadcast(String channel, String data) throws IOException, InterruptedException {
    return control("broadcast", "channel", channel, "data", data);
  }

  /** How many have subscribed to a channel. */
  default int subscribers(String channel) throws IOException, InterruptedException {
    return Integer.parseInt(control("subscribers", "channel", channel));
  }
}
