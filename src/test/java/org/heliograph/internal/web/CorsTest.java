package org.heliograph.internal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CorsTest {
  private static final Set<String> ANY = Set.of("*");
  private static final Set<String> LIST = Set.of("https://app.example", "https://two.example");
  private static final Set<String> NONE = Set.of();

  private String user;

  private static Cors cors(Set<String> origins, Map<String, String> headers) {
    return new Cors(origins, TestRequests.headers(headers));
  }

  @Test
  void anyOriginMayReadWithoutCredentials() {
    assertThat(cors(ANY, Map.of("Origin", "https://x.example")).headers())
        .containsEntry("Access-Control-Allow-Origin", "*")
        .containsEntry("Access-Control-Expose-Headers", "Retry-After, WWW-Authenticate")
        .doesNotContainKeys("Access-Control-Allow-Credentials", "Vary");
  }

  @Test
  void anOriginOfTheListIsAnsweredExactlyAndMaySendCredentials() {
    assertThat(cors(LIST, Map.of("Origin", "https://two.example")).headers())
        .containsEntry("Access-Control-Allow-Origin", "https://two.example")
        .containsEntry("Access-Control-Allow-Credentials", "true")
        .containsEntry("Vary", "Origin");
  }

  @Test
  void othersGetNothingButTheCacheIsToldThatItDepends() {
    for (String origin : new String[] {"https://app.example.evil", "null", "http://app.example"}) {
      assertThat(cors(LIST, Map.of("Origin", origin)).headers())
          .containsExactly(Map.entry("Vary", "Origin"));
    }
    assertThat(cors(LIST, Map.of()).headers()).containsExactly(Map.entry("Vary", "Origin"));
    assertThat(cors(NONE, Map.of("Origin", "https://app.example")).headers()).isEmpty();
  }

  @Test
  void aPreflightIsToldMethodsAndTheHeadersItAskedFor() {
    Map<String, String> asked =
        Map.of(
            "Origin", "https://app.example",
            "Access-Control-Request-Headers", "x-csrf-token,last-event-id");
    assertThat(cors(LIST, asked).preflightHeaders("GET, HEAD"))
        .containsEntry("Access-Control-Allow-Methods", "GET, HEAD")
        .containsEntry("Access-Control-Allow-Headers", "x-csrf-token,last-event-id");
    assertThat(cors(NONE, asked).preflightHeaders("GET")).isEmpty();
  }

  @Test
  void aPreflightThatAsksForNonsenseIsToldWhatWeNeed() {
    for (String nonsense : new String[] {"a\r\nSet-Cookie: b", "ä", "x".repeat(1001)}) {
      assertThat(
              cors(ANY, Map.of("Access-Control-Request-Headers", nonsense)).preflightHeaders("GET"))
          .containsEntry(
              "Access-Control-Allow-Headers",
              "Authorization, Content-Type, Heliograph-Client, Last-Event-ID");
    }
  }

  private static boolean forgedRead(String user, String... headers) {
    Map<String, String> all = new HashMap<>();
    for (int i = 0; i < headers.length; i += 2) {
      all.put(headers[i], headers[i + 1]);
    }
    return cors(ANY, all).isForgedRead(TestRequests.identity(user));
  }

  @Test
  void anotherSiteDoesNotReadWithTheUsersCredentialsUnlessByCors() {
    for (String mode : new String[] {"no-cors", "navigate", "websocket"}) {
      String[] fetch = {"Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", mode, "", ""};
      assertThat(forgedRead(null, fetch)).isFalse();
      assertThat(forgedRead("by client certificate", fetch)).isTrue();
      fetch[4] = "Cookie";
      assertThat(forgedRead(null, fetch)).isTrue();
      fetch[4] = "Authorization";
      fetch[5] = "Basic YTpi";
      assertThat(forgedRead(null, fetch)).isTrue();
      fetch[1] = "same-site";
      assertThat(forgedRead(null, fetch)).isFalse();
    }
    assertThat(forgedRead(null, "Sec-Fetch-Site", "cross-site", "Cookie", "a=b")).isTrue();
    assertThat(
            forgedRead(
                "ann", "Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "cors", "Cookie", "a=b"))
        .isFalse();
    assertThat(forgedRead("ann", "Cookie", "a=b")).isFalse();
  }

  private boolean forged(Set<String> origins, String... headers) {
    return cors(
            origins,
            Map.of("Host", "app.example:8443", headers[0], headers[1], headers[2], headers[3]))
        .isForged(TestRequests.identity(user));
  }

  @Test
  void aForeignPageMayNotUseTheUsersCredentials() {
    for (Set<String> origins : Set.of(ANY, LIST, NONE)) {
      assertThat(forged(origins, "Origin", "https://x.example", "Cookie", "a=b")).isTrue();
      assertThat(forged(origins, "Origin", "null", "Cookie", "a=b")).isTrue();
      assertThat(forged(origins, "Origin", "no origin", "Authorization", "Basic YTpi")).isTrue();
    }
    user = "by client certificate";
    assertThat(forged(ANY, "Origin", "https://x.example", "X", "y")).isTrue();
  }

  @Test
  void whoHasNoCredentialsOrBringsTheirOwnIsFree() {
    assertThat(forged(NONE, "Origin", "https://x.example", "X", "y")).isFalse();
    user = "by token";
    assertThat(forged(ANY, "Origin", "https://x.example", "Authorization", "bearer a.b.c"))
        .isFalse();
  }

  @Test
  void theOwnOriginAndThoseOfTheListMayUseThem() {
    assertThat(forged(LIST, "Origin", "https://two.example", "Cookie", "a=b")).isFalse();
    assertThat(forged(NONE, "Origin", "https://APP.example:8443", "Cookie", "a=b")).isFalse();
    assertThat(cors(NONE, Map.of("Cookie", "a=b")).isForged(TestRequests.identity(user))).isFalse();
    assertThat(
            cors(
                    NONE,
                    Map.of(
                        "Host", "inner:8080",
                        "Origin", "https://app.example",
                        "Sec-Fetch-Site", "same-origin",
                        "Cookie", "a=b"))
                .isForged(TestRequests.identity(user)))
        .isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "https://app.example,      Host,             app.example:443,                  true",
    "http://app.example,       Host,             app.example:80,                   true",
    "https://app.example,      Host,             app.example:80,                   false",
    "https://app.example:8443, Host,             app.example,                      false",
    "https://app.example,      Host,             'app.example, app.example',       true",
    "https://app.example,      X-Forwarded-Host, 'app.example, inner',             true",
    "https://app.example,      X-Forwarded-Host, APP.example:443,                  true",
    "https://app.example,      X-Forwarded-Host, app.example.evil,                 false",
    "https://app.example,      Host,             backend:8080,                     false",
  })
  void whatAProxyMakesOfTheHostIsStillTheOwnOrigin(
      String origin, String name, String host, boolean own) {
    Cors cors = cors(NONE, Map.of("Origin", origin, name, host, "Cookie", "a=b"));
    assertThat(cors.isForged(TestRequests.identity(user))).isEqualTo(!own);
  }

  @Test
  void aRefusalNamesTheOriginAndTheRemedyAndIsShort() {
    assertThat(cors(ANY, Map.of("Origin", "http://localhost:8286")).refusal())
        .startsWith("Origin 'http://localhost:8286' is not in heliograph.cors, so it may not")
        .contains("a proxy has replaced its 'Host'");
    assertThat(cors(ANY, Map.of("Origin", "x".repeat(5000))).refusal()).hasSizeLessThan(400);
  }
}
