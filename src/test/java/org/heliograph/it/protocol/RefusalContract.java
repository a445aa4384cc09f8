package org.heliograph.it.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.heliograph.it.support.StreamingApplication.as;

import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.stream.Stream;
import org.heliograph.it.support.StreamingApplication;
import org.heliograph.it.support.http.RawClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is answered to those who get no stream (PROTOCOL section 1). */
public interface RefusalContract extends StreamingApplication {
  /** Checks the form that all errors have. */
  private static void assertProblem(HttpResponse<String> answer, int status) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/problem+json");
    assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(answer.headers().firstValue("Cache-Control").orElseThrow())
        .startsWith("no-store"); // Open Liberty adds something where it sets a cookie
    assertThat(answer.body())
        .contains(
            "\"type\":\"about:blank\"", "\"title\":\"", "\"status\":" + status, "\"detail\":");
  }

  @ParameterizedTest
  @CsvSource({
    "vip,                       401, unauthenticated",
    "nobody,                    404, unknown-channel",
    "a//b,                      400, invalid-channel",
    "a*b,                       400, invalid-channel",
    "nobody&channel=vip,        401, unauthenticated",
    "a//b&channel=nobody,       404, invalid-channel",
  })
  default void streamWithNoChannelGrantedIsRefusedWithTheReasons(
      String channels, int status, String code) throws Exception {
    HttpResponse<String> answer = get(endpoint() + "?channel=" + channels);
    assertProblem(answer, status);
    assertThat(answer.body()).contains("\"channels\":[{\"channel\":\"", "\"code\":\"" + code);
  }

  @Test
  default void callerWithoutAnIdentityIsTold() throws Exception {
    HttpResponse<String> anonymous = get(endpoint() + "?channel=users/ann");
    assertProblem(anonymous, 401);
    assertThat(anonymous.headers().firstValue("WWW-Authenticate")).contains("Test realm=\"it\"");
    HttpResponse<String> other = get(endpoint() + "?channel=users/ann", as("bob"));
    assertProblem(other, 403);
    assertThat(other.headers().firstValue("WWW-Authenticate")).isEmpty();
    assertThat(other.body()).contains("Access denied to channel: users/ann");
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/json", "text/event-stream;q=0", "text/html, image/*"})
  default void clientThatDoesNotTakeEventStreamsIsTold(String accept) throws Exception {
    assertProblem(get(endpoint(), "Accept", accept), 406);
  }

  @ParameterizedTest
  @ValueSource(strings = {"*/*", "text/*;q=0.1", "text/html, */*;q=0.5"})
  default void clientThatTakesEventStreamsAmongOthersGetsOne(String accept) throws Exception {
    stream("", "Accept", accept).close();
  }

  @Test
  default void formatThatDoesNotExistIsRefused() throws Exception {
    HttpResponse<String> answer = get(endpoint() + "?format=xml");
    assertProblem(answer, 400);
    assertThat(answer.body()).contains("'format' is envelope or plain");
  }

  @ParameterizedTest
  @CsvSource({
    "PUT,    '',           'GET, OPTIONS'",
    "DELETE, '',           'GET, OPTIONS'",
    "GET,    /channels,    'POST, DELETE, OPTIONS'",
    "PATCH,  /channels,    'POST, DELETE, OPTIONS'",
  })
  default void otherMethodsAreRefusedWithThoseThereAre(String method, String below, String allowed)
      throws Exception {
    HttpResponse<String> answer = send(method, at(endpoint() + below), null);
    assertProblem(answer, 405);
    assertThat(answer.headers().firstValue("Allow")).contains(allowed);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/x", "/channels/y", "/x/y", "/x%20y/channels"})
  default void thereIsNothingElseBelowTheEndpoint(String below) throws Exception {
    HttpResponse<String> answer = send("POST", at(endpoint() + below), "{}");
    assertThat(answer.statusCode()).isIn(404, 405);
    assertThat(answer.body()).contains("\"about:blank\"");
  }

  @Test
  default void clientThatHasItsIdInThePathIsToldWhereItGoes() throws Exception {
    String id = "zcXzKMehnETFKpdy2sH6wA";
    HttpResponse<String> answer = send("POST", at(endpoint() + "/" + id + "/channels"), "{}");
    assertProblem(answer, 404);
    assertThat(answer.body()).contains("header 'Heliograph-Client'").doesNotContain(id);
  }

  @Test
  default void headIsRefusedAndAsksNoAuthorizer() throws Exception {
    // not by HttpClient, which waits for a body if the server says that one would be chunked
    for (String query : new String[] {"", "channel=gate/never"}) {
      assertThat(head(query)).startsWith("HTTP/1.1 405 ").doesNotContain("text/event-stream");
    }
  }

  @Test
  default void otherSiteOpensNoStreamWithTheUsersCredentialsButByCors() throws Exception {
    String[] image = {"Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "no-cors", "Cookie", "a=b"};
    assertProblem(get(endpoint(), image), 403);
    assertProblem(get(endpoint(), concat(image, 4, as("ann"))), 403);
    stream("", concat(image, 4)).close();
    image[3] = "cors";
    stream("", image).close();
  }

  /** The first few of some headers, and others. */
  private static String[] concat(String[] headers, int count, String... others) {
    return Stream.concat(Arrays.stream(headers, 0, count), Arrays.stream(others))
        .toArray(String[]::new);
  }

  private String head(String query) throws Exception {
    try (RawClient client = RawClient.connect(at(endpoint() + "?" + query))) {
      return client.send("HEAD").readUntil("\r\n\r\n");
    }
  }
}
