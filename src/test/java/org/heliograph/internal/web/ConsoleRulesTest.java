package org.heliograph.internal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.heliograph.internal.stream.HubListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConsoleRulesTest {
  private static final Map<String, String> OWN_PAGE =
      Map.of(
          "Sec-Fetch-Site", "same-origin",
          "Heliograph-Console", "1",
          "Content-Type", "application/json");

  private final EndpointRules rules =
      new EndpointRules(TestRequests.withConsole("admin"), HubListener.NONE);

  private static EndpointRequest request(String method, String path, Map<String, String> headers) {
    return new EndpointRequest(
        method,
        () -> URI.create("http://localhost:8080/app"),
        path,
        Query.parse("page=1"),
        TestRequests.headers(headers),
        TestRequests.identity(null));
  }

  private Decision decide(String method, String path, Map<String, String> headers) {
    return rules.decide(request(method, path, headers));
  }

  private Answer refused(Map<String, String> headers) {
    Decision decision = decide("POST", "/_sse/console/revoke", headers);
    assertThat(decision).isInstanceOf(Decision.AnswerNow.class);
    return ((Decision.AnswerNow) decision).answer();
  }

  private static Map<String, String> ownPageBut(String header, String value) {
    Map<String, String> headers = new HashMap<>(OWN_PAGE);
    if (value == null) {
      headers.remove(header);
    } else {
      headers.put(header, value);
    }
    return headers;
  }

  @ParameterizedTest
  @CsvSource({
    "GET,  /_sse/console,               /heliograph-console/page",
    "GET,  /_sse/console/console.css,   /heliograph-console/console.css",
    "GET,  /_sse/console/streams.json,  /heliograph-console/streams.json",
    "POST, /_sse/console/disconnect,    /heliograph-console/disconnect",
    "POST, /_sse/console/disconnect-user, /heliograph-console/disconnect-user",
  })
  void requestsGoOnToTheResourceWhichAsksWhoSendsThem(String method, String path, String target) {
    assertThat(decide(method, path, OWN_PAGE))
        .isInstanceOfSatisfying(
            Decision.UseConsole.class,
            console -> {
              assertThat(console.target()).isEqualTo(target);
              assertThat(console.query().all("page")).containsExactly("1");
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/_sse/console",
        "/_sse/console/",
        "/_sse/console/console.css",
        "/_sse/console/streams.json",
        "/_sse/console/disconnect",
      })
  void whereNobodyMayUseItThereIsNone(String path) {
    EndpointRules off = new EndpointRules(TestRequests.options(), HubListener.NONE);
    for (String method : new String[] {"GET", "POST", "OPTIONS", "DELETE"}) {
      assertThat(off.decide(request(method, path, OWN_PAGE)))
          .isInstanceOfSatisfying(
              Decision.AnswerNow.class,
              now -> {
                assertThat(now.answer().status()).isEqualTo(404);
                assertThat(now.answer().body()).doesNotContainIgnoringCase("console");
              });
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/_sse/console//",
        "/_sse/console;x=y",
        "/_sse/console%2Fstreams.json",
        "/_sse/%63onsole",
        "/_sse/console/../console",
        "/_sse/console/a/b",
        "/_sse/console/streams.json/",
        "/_sse/console/streams%2Ejson",
        "/_sse//console",
        "/_sse/CONSOLE",
      })
  void thePathIsTakenLiterally(String path) {
    assertThat(decide("GET", path, OWN_PAGE))
        .isInstanceOfSatisfying(
            Decision.AnswerNow.class, now -> assertThat(now.answer().status()).isEqualTo(404));
  }

  @ParameterizedTest
  @CsvSource({
    "POST,   /_sse/console,              'GET, OPTIONS'",
    "DELETE, /_sse/console/streams.json, 'GET, OPTIONS'",
    "GET,    /_sse/console/revoke,       'POST, OPTIONS'",
    "PUT,    /_sse/console/revoke,       'POST, OPTIONS'",
  })
  void nothingIsDoneByAnyOtherMethod(String method, String path, String allowed) {
    assertThat(decide(method, path, OWN_PAGE))
        .isInstanceOfSatisfying(
            Decision.AnswerNow.class,
            now -> {
              assertThat(now.answer().status()).isEqualTo(405);
              assertThat(now.answer().headers()).containsEntry("Allow", allowed);
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"cross-site", "same-site", "none", "SAME-ORIGIN", ""})
  void aPageOfAnotherOriginDoesNothingWhateverElseItSends(String site) {
    Answer answer = refused(ownPageBut("Sec-Fetch-Site", site));
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.body()).contains("Only a page of this origin");
  }

  @Test
  void whoSaysNothingOfAnOriginDoesNothing() {
    assertThat(refused(ownPageBut("Sec-Fetch-Site", null)).status()).isEqualTo(403);
  }

  @ParameterizedTest
  @CsvSource({
    "https://shop.example, true",
    "http://shop.example,  true",
    "https://evil.example, false",
    "https://shop.example.evil.example, false",
    "null, false",
  })
  void anOlderBrowserSaysSoByTheOriginAlone(String origin, boolean own) {
    Map<String, String> headers = ownPageBut("Sec-Fetch-Site", null);
    headers.put("Origin", origin);
    headers.put("Host", "shop.example");
    assertThat(decide("POST", "/_sse/console/revoke", headers) instanceof Decision.UseConsole)
        .isEqualTo(own);
  }

  @Test
  void aFormCannotDoWhatTheConsoleDoes() {
    Answer withoutHeader = refused(ownPageBut("Heliograph-Console", null));
    assertThat(withoutHeader.status()).isEqualTo(403);
    assertThat(withoutHeader.body()).contains("'Heliograph-Console' is missing");
    for (String type : new String[] {null, "text/plain", "application/x-www-form-urlencoded"}) {
      assertThat(refused(ownPageBut("Content-Type", type)).status()).isEqualTo(415);
    }
  }

  @Test
  void pagesOfOtherOriginsAreNeverGivenAccessThoughAllMayReadStreams() {
    Map<String, String> preflight =
        Map.of(
            "Origin",
            "https://x.example",
            "Access-Control-Request-Method",
            "POST",
            "Access-Control-Request-Headers",
            "heliograph-console,content-type");
    for (String path : new String[] {"/_sse/console/revoke", "/_sse/console/streams.json"}) {
      for (String method : new String[] {"OPTIONS", "GET", "POST"}) {
        Decision decision = decide(method, path, preflight);
        assertThat(decision.headers()).isEmpty();
        if (decision instanceof Decision.AnswerNow now) {
          assertThat(now.answer().headers().keySet())
              .noneMatch(name -> name.startsWith("Access-Control"));
        }
      }
    }
    assertThat(decide("OPTIONS", "/_sse", preflight).headers()).isNotEmpty();
  }

  @Test
  void aSlashTooManyLeadsToThePageWhichConstraintsAreFor() {
    Answer answer = ((Decision.AnswerNow) decide("GET", "/_sse/console/", Map.of())).answer();
    assertThat(answer.status()).isEqualTo(307);
    assertThat(answer.headers()).containsEntry("Location", "/app/_sse/console");
    assertThat(decide("DELETE", "/_sse/console/", OWN_PAGE).headers()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "/_sse/console,              cross-site,  navigate, true",
    "/_sse/console,              same-site,   navigate, true",
    "/_sse/console,              cross-site,  no-cors,  false",
    "/_sse/console/streams.json, cross-site,  navigate, false",
    "/_sse/console/streams.json, cross-site,  no-cors,  false",
    "/_sse/console/streams.json, same-site,   cors,     false",
    "/_sse/console/streams.json, same-origin, cors,     true",
    "/_sse/console/streams.json, none,        navigate, true",
    "/_sse/console/streams.json, ,            ,         true",
  })
  void anotherPageLeadsToTheConsoleButHasNothingOfItMade(
      String path, String site, String mode, boolean answered) {
    Map<String, String> headers = new HashMap<>();
    if (site != null) {
      headers.put("Sec-Fetch-Site", site);
      headers.put("Sec-Fetch-Mode", mode);
    }
    Decision decision = decide("GET", path, headers);
    if (answered) {
      assertThat(decision).isInstanceOf(Decision.UseConsole.class);
    } else {
      assertThat(((Decision.AnswerNow) decision).answer().status()).isEqualTo(403);
    }
  }
}
