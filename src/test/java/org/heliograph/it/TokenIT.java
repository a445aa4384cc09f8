package org.heliograph.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.heliograph.it.support.StreamingApplication.fresh;

import java.time.Instant;
import java.util.stream.Stream;
import org.heliograph.it.app.Controls;
import org.heliograph.it.app.Declared;
import org.heliograph.it.app.Gates;
import org.heliograph.it.app.jwt.Tokens;
import org.heliograph.it.app.rest.Sinks;
import org.heliograph.it.support.ContainerTest;
import org.heliograph.it.support.ProbedApplication;
import org.heliograph.it.support.Wars;
import org.heliograph.it.support.http.SseStream;
import org.heliograph.it.support.http.TokenIssuer;
import org.heliograph.it.support.server.ToleratedInLog;
import org.heliograph.testing.HeliographProbe;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Users that come with a token of MicroProfile JWT. */
// Payara's own word on a token that does not hold
@ToleratedInLog("Exception trying to parse JWT token")
class TokenIT extends ContainerTest implements ProbedApplication {
  private static final TokenIssuer ISSUER = new TokenIssuer();

  @Deployment(testable = false)
  static WebArchive war() {
    return Wars.configured(
            Wars.war("token", Controls.class, Declared.class, Gates.class)
                .addClass(Sinks.class)
                .addPackage(Tokens.class.getPackage()),
            ISSUER.settings("issuer.pem", "heliograph.expiry=token"))
        .addAsResource(new StringAsset(ISSUER.publicKey()), "issuer.pem");
  }

  private HeliographProbe with(String[] token) {
    return probe.header(token[0], token[1]);
  }

  private static void assertRefused(HeliographProbe client, String channel, int status) {
    assertThat(client.expectRefused(channel).status()).isEqualTo(status);
  }

  @Test
  void groupsAreRoles() {
    assertRefused(probe, "vip", 401);
    assertRefused(with(ISSUER.as("ann")), "vip", 403);
    with(ISSUER.as("ann", "vip", "other")).subscribe("vip");
  }

  @Test
  void authorizerReadsTheTokenOfTheRequest() {
    assertRefused(with(ISSUER.as("ann", "blue")), "groups/red", 403);
    with(ISSUER.as("ann", "blue", "red")).subscribe("groups/red");
    assertRefused(probe, "groups/red", 401);
  }

  @Test
  void tokenNamesThePrincipal() throws Exception {
    assertRefused(with(ISSUER.as("bob")), "users/ann", 403);
    HeliographProbe ann = with(ISSUER.as("ann")).subscribe("users/ann");
    broadcast("users/ann", "hello");
    assertThat(ann.expect("message", String.class)).isEqualTo("hello");
  }

  @Test
  void streamBelongsToThePrincipalOfItsToken() throws Exception {
    String channel = fresh();
    try (SseStream stream = stream("", ISSUER.as("ann"))) {
      String client = stream.client();
      assertThat(add(client, channel, ISSUER.as("bob"))).isEqualTo(404);
      assertThat(add(client, channel)).isEqualTo(404);
      assertThat(add(client, channel, ISSUER.as("ann"))).isEqualTo(200);
      assertThat(stream.next().name()).isEqualTo("hg.subscribed");
    }
  }

  private int add(String client, String channel, String... headers) throws Exception {
    String[] all =
        Stream.concat(
                Stream.of("Content-Type", "application/json", "Heliograph-Client", client),
                Stream.of(headers))
            .toArray(String[]::new);
    String body = "{\"channels\":[\"" + channel + "\"]}";
    return send("POST", at("_sse/channels"), body, all).statusCode();
  }

  @Test
  void tokenThatDoesNotHoldOpensNothing() {
    assertRefused(with(ISSUER.expired("ann")), "users/ann", 401);
    assertRefused(with(new TokenIssuer().as("ann")), "users/ann", 401);
  }

  /** Of a token that holds for long enough to be sent, and not for long. */
  private static String[] brief() {
    return ISSUER.until("ann", Instant.now().plusSeconds(5));
  }

  @ParameterizedTest
  @ValueSource(strings = {"_sse", "rest/_sse", "rest/sinks/connected"})
  void subscriptionEndsWithTheTokenWithoutALineOfCode(String path) throws Exception {
    String channel = fresh();
    try (SseStream stream = SseStream.open(at(path + "?channel=" + channel), brief())) {
      assertThat(stream.next("hg.subscribed").data()).contains(channel);
      assertThat(stream.next("hg.unsubscribed").data()).contains(channel, "\"expired\"");
      assertThat(stream.next("hg.bye").data()).contains("\"expired\"", "\"reconnect\":false");
    }
  }

  @Test
  void subscriptionHoldsAsLongAsTheNewestTokenThatHasAskedForIt() throws Exception {
    String renewed = fresh();
    String other = fresh();
    try (SseStream stream = stream("channel=" + renewed + "&channel=" + other, brief())) {
      assertThat(add(stream.client(), renewed, ISSUER.as("ann"))).isEqualTo(200);
      assertThat(stream.next("hg.unsubscribed").data()).contains(other, "\"expired\"");
      broadcast(renewed, "still there");
      assertThat(stream.next("message").data()).contains("still there");
    }
  }
}
