package org.heliograph.it.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.heliograph.it.support.StreamingApplication.as;
import static org.heliograph.it.support.StreamingApplication.fresh;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.heliograph.it.support.ProbedApplication;
import org.heliograph.it.support.StreamingApplication;
import org.heliograph.testing.HeliographProbe;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The console for the role vip, whichever way a request comes in. */
public interface ConsoleContract extends ProbedApplication {
  private String console(String below) {
    return endpoint() + "/console" + below;
  }

  private HttpResponse<String> look(String below, String... headers) throws Exception {
    return get(console(below), headers);
  }

  private static String[] and(String[] some, String... more) {
    return Stream.concat(Stream.of(some), Stream.of(more)).toArray(String[]::new);
  }

  /** The headers of a deed by the console's own page in the browser of a user. */
  private static String[] pageOf(String user) {
    return and(
        as(user),
        "Content-Type",
        "application/json",
        "Heliograph-Console",
        "1",
        "Sec-Fetch-Site",
        "same-origin");
  }

  private HttpResponse<String> act(String deed, String body, String... headers) throws Exception {
    return send("POST", at(console("/" + deed)), body, headers);
  }

  /** The handle of the only stream that has a channel. */
  private String handle(String channel) throws Exception {
    String rows = look("/streams.json?filter=" + channel, as("vip")).body();
    assertThat(rows).contains("\"total\":1");
    Matcher handle = Pattern.compile("\"handle\":\"([\\w-]+)\"").matcher(rows);
    assertThat(handle.find()).isTrue();
    return handle.group(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/console.js", "/client.js", "/overview.json", "/streams.json"})
  default void consoleIsForItsRoleAlone(String below) throws Exception {
    HttpResponse<String> nobody = look(below);
    assertThat(nobody.statusCode()).isEqualTo(401);
    assertThat(nobody.headers().firstValue("WWW-Authenticate")).contains("Test realm=\"it\"");
    assertThat(nobody.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/problem+json");
    assertThat(look(below, as("ann")).statusCode()).isEqualTo(403);
    assertThat(look(below, as("vip")).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "'',            text/html",
    "/console.css,  text/css",
    "/console.js,   text/javascript",
    "/icon.svg,     image/svg+xml",
    "/streams.json, application/json",
  })
  default void filesSayWhatTheyAreAndWhatTheyMay(String below, String type) throws Exception {
    HttpResponse<String> file = look(below, and(as("vip"), "Origin", "https://x.example"));
    assertThat(file.headers().firstValue("Content-Type").orElseThrow()).startsWith(type);
    assertThat(file.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(file.headers().firstValue("Cache-Control").orElseThrow()).startsWith("no-store");
    assertThat(file.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    if (!below.endsWith(".json")) {
      assertThat(file.headers().firstValue("Content-Security-Policy").orElseThrow())
          .contains("default-src 'none'", "frame-ancestors 'none'");
    }
  }

  @Test
  default void streamsAndChannelsAreShownAndNoSecretOfTheirs() throws Exception {
    String channel = fresh();
    HeliographProbe ann = probe("ann").subscribe(channel);
    broadcast(channel, "one");
    ann.expect("message", String.class);
    String streams = look("/streams.json?filter=" + channel, as("vip")).body();
    assertThat(streams)
        .contains("\"user\":\"ann\"", "\"channels\":[\"" + channel + "\"]")
        .doesNotContain(ann.client());
    assertThat(look("/channels.json?filter=" + channel, as("vip")).body())
        .contains("\"pattern\":\"open/{name}\"", "\"subscribers\":1", "\"events\":1");
    assertThat(look("/overview.json", as("vip")).body())
        .contains("\"nodes\":1", "\"connected\":true");
  }

  @Test
  default void slashTooManyLeadsToThePage() throws Exception {
    for (String application : new String[] {"", "api/"}) {
      URI page = at(application + console(""));
      HttpResponse<String> answer = get(application + console("/"), as("vip"));
      assertThat(answer.statusCode()).isEqualTo(307);
      String location = answer.headers().firstValue("Location").orElseThrow();
      assertThat(page.resolve(location)).isEqualTo(page);
    }
  }

  @Test
  default void allChannelsOfAStreamAreShown() throws Exception {
    String[] channels =
        Stream.generate(StreamingApplication::fresh).limit(12).toArray(String[]::new);
    probe("ann").subscribe(channels);
    assertThat(look("/stream.json?handle=" + handle(channels[0]), as("vip")).body())
        .contains(channels);
  }

  @Test
  default void oneStreamIsDisconnected() throws Exception {
    String channel = fresh();
    HeliographProbe ann = probe("ann").subscribe(channel);
    HeliographProbe other = probe("ann").subscribe(fresh());
    String body = "{\"handle\":\"" + handle(channel) + "\"}";
    HttpResponse<String> done = act("disconnect", body, pageOf("vip"));
    assertThat(done.body()).isEqualTo("{\"streams\":1}");
    assertThat(ann.expectBye()).isEqualTo("disconnected");
    other.expectNothingMore();
  }

  @Test
  default void allStreamsOfAUserAreDisconnected() throws Exception {
    HeliographProbe one = probe("carl").subscribe(fresh());
    HeliographProbe two = probe("carl").subscribe(fresh());
    assertThat(act("disconnect-user", "{\"user\":\"carl\"}", pageOf("vip")).body())
        .isEqualTo("{\"streams\":2}");
    assertThat(one.expectBye()).isEqualTo("disconnected");
    assertThat(two.expectBye()).isEqualTo("disconnected");
  }

  @Test
  default void channelIsRevoked() throws Exception {
    String channel = fresh();
    String kept = fresh();
    HeliographProbe dora = probe("dora").subscribe(channel, kept);
    String body = "{\"user\":\"dora\",\"channel\":\"" + channel + "\"}";
    assertThat(act("revoke", body, pageOf("vip")).body()).isEqualTo("{\"streams\":1}");
    assertThat(dora.expectUnsubscribed(channel)).isEqualTo("revoked");
    broadcast(kept, "still there");
    assertThat(dora.expect("message", String.class)).isEqualTo("still there");
  }

  @Test
  default void nobodyElseDoesAnythingNorDoesAPageOfAnotherOrigin() throws Exception {
    String channel = fresh();
    HeliographProbe eve = probe("eve").subscribe(channel);
    String body = "{\"user\":\"eve\"}";
    assertThat(act("disconnect-user", body, pageOf("ann")).statusCode()).isEqualTo(403);
    String[] nobody = Stream.of(pageOf("ann")).skip(2).toArray(String[]::new);
    assertThat(act("disconnect-user", body, nobody).statusCode()).isEqualTo(401);
    String[] json = and(as("vip"), "Content-Type", "application/json");
    String[] foreign = and(json, "Heliograph-Console", "1", "Origin", "https://x.example");
    assertThat(act("disconnect-user", body, foreign).statusCode()).isEqualTo(403);
    String[] crossSite = and(json, "Heliograph-Console", "1", "Sec-Fetch-Site", "cross-site");
    assertThat(act("disconnect-user", body, crossSite).statusCode()).isEqualTo(403);
    String[] withoutHeader = and(json, "Sec-Fetch-Site", "same-origin");
    assertThat(act("disconnect-user", body, withoutHeader).statusCode()).isEqualTo(403);
    String[] form =
        and(
            as("vip"),
            "Content-Type",
            "application/x-www-form-urlencoded",
            "Heliograph-Console",
            "1",
            "Sec-Fetch-Site",
            "same-origin");
    assertThat(act("disconnect-user", "user=eve", form).statusCode()).isEqualTo(415);
    HttpResponse<String> read = look("/disconnect-user?user=eve", as("vip"));
    assertThat(read.statusCode()).isEqualTo(405);
    String[] image = and(as("vip"), "Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "no-cors");
    assertThat(look("/streams.json", image).statusCode()).isEqualTo(403);
    broadcast(channel, "unharmed");
    assertThat(eve.expect("message", String.class)).isEqualTo("unharmed");
  }

  @Test
  default void preflightOfAnotherOriginIsGivenNoAccess() throws Exception {
    HttpResponse<String> answer =
        send(
            "OPTIONS",
            at(console("/revoke")),
            null,
            "Origin",
            "https://x.example",
            "Access-Control-Request-Method",
            "POST",
            "Access-Control-Request-Headers",
            "content-type,heliograph-console");
    assertThat(answer.headers().map().keySet())
        .noneMatch(name -> name.toLowerCase(Locale.ROOT).startsWith("access-control"));
  }
}
