package org.heliograph.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.heliograph.it.support.ContainerTest;
import org.heliograph.it.support.Wars;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** What MicroProfile Health says of an application with channels. */
class HealthIT extends ContainerTest {
  @Deployment(testable = false)
  static WebArchive war() {
    return Wars.streaming("checked"); // some servers have health at /health
  }

  /** At the server's port, or at WildFly's for those who run it. */
  private HttpResponse<String> health(String kind) throws Exception {
    HttpResponse<String> answer = health(kind, base().getPort());
    return answer.statusCode() == 404
        ? health(kind, Integer.getInteger("heliograph.server.management.port"))
        : answer;
  }

  private static HttpResponse<String> health(String kind, int port) throws Exception {
    URI uri = URI.create("http://127.0.0.1:" + port + "/health/" + kind);
    return HTTP.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
  }

  private static JsonObject json(HttpResponse<String> answer) {
    try (JsonReader reader = Json.createReader(new StringReader(answer.body()))) {
      return reader.readObject();
    }
  }

  /** Payara writes all that a check tells as texts. */
  private static String datum(JsonObject check, String name) {
    return check.getJsonObject("data").get(name).toString().replace("\"", "");
  }

  @Test
  void nodeThatServesIsReady() throws Exception {
    HttpResponse<String> answer = health("ready");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(json(answer).getJsonArray("checks").getValuesAs(JsonObject.class))
        .filteredOn(check -> check.getString("name").equals("heliograph"))
        .singleElement()
        .satisfies(
            check -> {
              assertThat(check.getString("status")).isEqualTo("UP");
              assertThat(datum(check, "connected")).isEqualTo("true");
              assertThat(datum(check, "nodes")).isEqualTo("1");
            });
  }

  @Test
  void livenessIsNoMatterOfChannels() throws Exception {
    HttpResponse<String> answer = health("live");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.body()).doesNotContain("heliograph");
  }
}
