package org.heliograph.internal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import org.heliograph.internal.hub.HubFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointRulesTest {
  private final HubFixture hub = new HubFixture();
  private final EndpointRules rules = new EndpointRules(TestRequests.options(), hub.listener());

  private static EndpointRequest request(String method, String path, Map<String, String> headers) {
    return new EndpointRequest(
        method,
        () -> URI.create("http://localhost:8080/app"),
        path,
        Query.parse("channel=a"),
        TestRequests.headers(headers),
        TestRequests.identity(null));
  }

  private Decision decide(String method, String path) {
    return rules.decide(request(method, path, Map.of()));
  }

  private static Answer answer(Decision decision) {
    assertThat(decision).isInstanceOf(Decision.AnswerNow.class);
    return ((Decision.AnswerNow) decision).answer();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/_sse", "/_sse/"})
  void aStreamIsAskedForAtThePathItself(String path) {
    assertThat(decide("GET", path))
        .isInstanceOfSatisfying(
            Decision.OpenStream.class,
            stream -> {
              assertThat(stream.target()).isEqualTo("/heliograph-endpoint/servlet");
              assertThat(stream.query().all("channel")).containsExactly("a");
            });
  }

  @ParameterizedTest
  @CsvSource({"AUTO, servlet", "SERVLET, servlet", "JAXRS, sink"})
  void theTransportSaysWhereAStreamIsStarted(Transport transport, String method) {
    EndpointRules its = new EndpointRules(TestRequests.options(transport), hub.listener());
    assertThat(its.decide(request("GET", "/_sse", Map.of())))
        .extracting(decision -> ((Decision.GoOn) decision).target())
        .isEqualTo("/heliograph-endpoint/" + method);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "_sse",
        "//_sse",
        "/_sse//",
        "/_sse2",
        "/_SSE",
        "/_sse%2F",
        "/_sse%2f",
        "/%2F_sse",
        "/%5Fsse",
        "/_sse%00",
        "/_sse;",
        "/_sse;x=y",
        "/_sse;jsessionid=1",
        "/_sse/;x=y",
        "/_sse/x",
        "/_sse/./",
        "/_sse/../_sse",
        "/_sse/channels//",
        "/_sse/channels/y",
        "/_sse/channels%2F",
        "/_sse%2Fchannels",
        "/_sse/%63hannels",
        "/_sse/channels;y",
        "/_sse;y/channels",
        "/_sse/x;y/channels",
        "/_sse/x/channels/y",
        "/_sse//channels",
        "/heliograph-endpoint/servlet",
      })
  void thePathIsTakenLiterallyAndNothingIsAtAnyOther(String path) {
    for (String method : new String[] {"GET", "HEAD", "POST", "DELETE", "OPTIONS", "PUT"}) {
      Answer answer = answer(decide(method, path));
      assertThat(answer.status()).isEqualTo(404);
      assertThat(answer.body()).contains("GET /_sse opens a stream");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/_sse,            true",
    "/_sse/,           true",
    "/_sse/x,          true",
    "/_sse2,           false",
    "/_sse;x=y,        false",
    "/_sse%2Fx,        false",
    "/%5Fsse,          false",
    "//_sse,           false",
    "/api,             false",
    "'',               false",
  })
  void requestsForOtherPathsOfAnApplicationAreNoConcernOfTheEndpoint(String path, boolean ours) {
    assertThat(rules.concern(path)).isEqualTo(ours);
  }

  @ParameterizedTest
  @CsvSource({
    "POST,   /_sse,            'GET, OPTIONS'",
    "PATCH,  /_sse/,           'GET, OPTIONS'",
    "get,    /_sse,            'GET, OPTIONS'",
    "HEAD,   /_sse,            'GET, OPTIONS'",
    "GET,    /_sse/channels,   'POST, DELETE, OPTIONS'",
    "HEAD,   /_sse/channels,   'POST, DELETE, OPTIONS'",
  })
  void otherMethodsAreRefusedWithThoseThereAre(String method, String path, String allowed) {
    Answer answer = answer(decide(method, path));
    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.headers()).containsEntry("Allow", allowed);
    assertThat(answer.body()).contains(allowed + ", was " + method);
  }

  @ParameterizedTest
  @CsvSource({
    "/_sse,            'GET, OPTIONS'",
    "/_sse/channels,   'POST, DELETE, OPTIONS'",
  })
  void aPreflightIsAnsweredWithoutABody(String path, String allowed) {
    Decision decision = decide("OPTIONS", path);
    assertThat(decision.headers()).containsEntry("Access-Control-Allow-Origin", "*");
    Answer answer = answer(decision);
    assertThat(answer.status()).isEqualTo(204);
    assertThat(answer.body()).isEmpty();
    assertThat(answer.headers())
        .containsEntry("Allow", allowed)
        .containsEntry("Access-Control-Allow-Methods", allowed)
        .containsKey("Access-Control-Max-Age");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/_sse/asyncapi.json", "/_sse/openapi.json"})
  void documentsAreServedOnlyWhereTheyAreWanted(String path) {
    assertThat(answer(decide("GET", path)).body()).contains("GET /_sse opens a stream");

    EndpointRules its = new EndpointRules(TestRequests.documented(), hub.listener());
    Answer none = answer(its.decide(request("GET", path, Map.of())));
    assertThat(none.status()).isEqualTo(404);
    assertThat(none.body()).contains("no channel has @Emits beside its @Channel");
    Answer other = answer(its.decide(request("POST", path, Map.of())));
    assertThat(other.status()).isEqualTo(405);
    assertThat(other.headers()).containsEntry("Allow", "GET, HEAD, OPTIONS");
    assertThat(its.decide(request("OPTIONS", path, Map.of())).headers())
        .containsEntry("Access-Control-Allow-Origin", "*");
  }

  @Test
  void aClientThatDoesNotTakeEventStreamsIsTold() {
    Decision decision = rules.decide(request("GET", "/_sse", Map.of("Accept", "application/json")));
    assertThat(answer(decision).status()).isEqualTo(406);
  }

  @Test
  void anotherSiteOpensNoStreamWithTheUsersCredentialsButByCors() {
    Map<String, String> image =
        Map.of("Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "no-cors", "Cookie", "a=b");
    Answer answer = answer(rules.decide(request("GET", "/_sse", image)));
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.body()).contains("by CORS only");
  }

  @Test
  void aForeignPageMayReadStreamsButNotChangeThemWithTheUsersCredentials() {
    Map<String, String> foreign = Map.of("Origin", "https://x.example", "Cookie", "a=b");
    assertThat(rules.decide(request("GET", "/_sse", foreign)))
        .isInstanceOf(Decision.OpenStream.class);
    assertThat(answer(rules.decide(request("POST", "/_sse/channels", foreign))).status())
        .isEqualTo(403);
  }

  @Test
  void pagesOfOtherOriginsMayReadWhateverIsDecided() {
    Map<String, String> foreign = Map.of("Origin", "https://x.example");
    for (String path : new String[] {"/_sse", "/_sse/channels", "/_sse/nothing"}) {
      assertThat(rules.decide(request("GET", path, foreign)).headers())
          .containsEntry("Access-Control-Allow-Origin", "*");
    }
  }

  @Test
  void whateverIsRefusedIsToldOnceWithItsCode() {
    Map<String, String> image =
        Map.of("Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "no-cors", "Cookie", "a=b");
    rules.decide(request("GET", "/_sse", image));
    rules.decide(request("GET", "/_sse", Map.of("Accept", "application/json")));
    decide("PUT", "/_sse");
    decide("GET", "/_sse/nothing");
    assertThat(hub.refusals)
        .containsExactly(
            "403 foreign-page - -",
            "406 not-acceptable - -",
            "405 other-method - -",
            "404 not-found - -");
    decide("GET", "/_sse");
    decide("OPTIONS", "/_sse");
    assertThat(hub.refusals).hasSize(4);
  }
}
