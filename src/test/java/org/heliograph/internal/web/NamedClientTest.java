package org.heliograph.internal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import org.heliograph.internal.hub.HubFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which stream a request is to change: that of the client in a header, never in the path. */
class NamedClientTest {
  private static final String CLIENT = "zcXzKMehnETFKpdy2sH6wA";

  private final EndpointRules rules =
      new EndpointRules(TestRequests.options(), new HubFixture().listener());

  private Decision decide(String method, String path, Map<String, String> headers) {
    return rules.decide(
        new EndpointRequest(
            method,
            () -> URI.create("http://localhost:8080/app"),
            path,
            Query.parse("channel=a"),
            TestRequests.headers(headers),
            TestRequests.identity("ann")));
  }

  private Answer refusal(String method, String path, Map<String, String> headers) {
    return ((Decision.AnswerNow) decide(method, path, headers)).answer();
  }

  @ParameterizedTest
  @CsvSource({
    "POST,   /_sse/channels",
    "DELETE, /_sse/channels",
    "DELETE, /_sse/channels/",
  })
  void channelsAreChangedBelowOfTheClientInTheHeader(String method, String path) {
    assertThat(decide(method, path, Map.of("Heliograph-Client", CLIENT)))
        .isInstanceOfSatisfying(
            Decision.ChangeChannels.class,
            change -> {
              assertThat(change.target()).isEqualTo("/heliograph-endpoint/channels");
              assertThat(change.client()).isEqualTo(CLIENT);
              assertThat(change.query().all("channel")).containsExactly("a");
            });
  }

  @Test
  void aRequestThatNamesNoClientIsToldByWhichHeaderOneIsNamed() {
    Answer answer = refusal("POST", "/_sse/channels", Map.of());
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.body()).contains("'Heliograph-Client' is missing");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", CLIENT + "," + CLIENT, "../../secret-secret-secret-secret"})
  void whatIsNoIdIsAnsweredAsTheIdOfNoStream(String client) {
    Map<String, String> header = Map.of("Heliograph-Client", client);
    assertThat(refusal("DELETE", "/_sse/channels", header))
        .isEqualTo(ChannelChange.noSuchStream().answer(TestRequests.options()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "POST", "DELETE"})
  void whoStillHasTheIdInThePathIsToldWhereItGoesAndNotTheId(String method) {
    Answer answer = refusal(method, "/_sse/" + CLIENT + "/channels", Map.of());
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.body())
        .contains("POST and DELETE /_sse/channels", "header 'Heliograph-Client'")
        .doesNotContain(CLIENT);
  }
}
