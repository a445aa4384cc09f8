package org.heliograph.internal.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.heliograph.ChannelAuthorizer;
import org.heliograph.SubscribeRequest;
import org.heliograph.internal.hub.HubFixture;
import org.heliograph.internal.log.ChannelOptions;
import org.heliograph.internal.stream.Connection;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChannelChangeTest {
  private static final Identity ANN = TestRequests.identity("ann");
  private static final Optional<String> JSON = Optional.of("application/json");

  private final HubFixture fixture =
      new HubFixture(
          ChannelOptions.DEFAULTS,
          builder -> builder.limits(9, 9, 3).declare("{name}", request -> authorize(request)));
  private final ChannelsBodyReader bodies = new ChannelsBodyReader(TestRequests::json);
  private final Services services =
      new Services(fixture.hub, TestRequests.options(), bodies, fixture.listener());
  private ChannelAuthorizer authorizer = ChannelAuthorizer.everyone();
  private Connection connection;

  private boolean authorize(SubscribeRequest request) throws Exception {
    return authorizer.authorize(request);
  }

  @BeforeEach
  void open() throws ProblemException {
    connection =
        new StreamOpener(services)
            .open(Query.parse("channel=a"), TestRequests.headers(Map.of()), ANN, HubFixture.NEAR)
            .connection();
  }

  private ChannelChange change(Identity identity) {
    return new ChannelChange(services, connection.client(), identity);
  }

  private Answer subscribe(Identity identity, Optional<String> mediaType, String body) {
    return change(identity).subscribe(mediaType, new ByteArrayInputStream(body.getBytes(UTF_8)));
  }

  @Test
  void channelsThatAreGrantedAreAddedAndTheOthersToldWithTheirReasons() {
    Answer answer = subscribe(ANN, JSON, "{\"channels\":[\"b\",\"a\",\"no/such\"]}");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.headers()).containsEntry("Content-Type", "application/json");
    assertThat(answer.body())
        .startsWith("{\"subscribed\":[\"b\",\"a\"],\"rejected\":[{\"channel\":\"no/such\"")
        .contains("unknown-channel");
    assertThat(connection.channels()).containsExactlyInAnyOrder("a", "b");
  }

  @Test
  void aChannelThatIsTakenAwayWhileItsAuthorizerDecidesIsRefused() {
    authorizer =
        request -> {
          fixture.hub.withdrawals().revoke("ann", "b");
          return true;
        };
    Answer answer = subscribe(ANN, JSON, "{\"channels\":[\"b\",\"c\"]}");
    assertThat(answer.body())
        .startsWith("{\"subscribed\":[\"c\"],\"rejected\":[{\"channel\":\"b\",\"status\":403");
    assertThat(connection.channels()).containsExactlyInAnyOrder("a", "c");
  }

  @Test
  void aStreamThatIsEndedWhileAnAuthorizerDecidesIsNotFound() {
    authorizer =
        request -> {
          connection.close();
          return true;
        };
    assertThat(subscribe(ANN, JSON, "{\"channels\":[\"b\"]}").status()).isEqualTo(404);
  }

  @Test
  void aGrantThatIsToEndIsRenewedByAskingAgainAndKeptWhereThatIsRefused() {
    authorizer = until(8);
    subscribe(ANN, JSON, "{\"channels\":[\"b\"]}");
    authorizer = request -> false;
    assertThat(subscribe(ANN, JSON, "{\"channels\":[\"b\"]}").body())
        .isEqualTo("{\"subscribed\":[\"b\"],\"rejected\":[]}");
    authorizer = until(4);
    subscribe(ANN, JSON, "{\"channels\":[\"b\"]}");
    fixture.pass(Duration.ofSeconds(6));
    assertThat(connection.channels()).containsExactlyInAnyOrder("a", "b");
    authorizer = until(8);
    subscribe(ANN, JSON, "{\"channels\":[\"b\"]}");
    fixture.pass(Duration.ofSeconds(6));
    assertThat(connection.channels()).containsExactlyInAnyOrder("a", "b");
    fixture.pass(Duration.ofSeconds(3));
    assertThat(connection.channels()).containsExactly("a");
  }

  @Test
  void aGrantWithoutAnEndIsNotAskedForAgain() {
    authorizer =
        request -> {
          throw new IllegalStateException("asked again");
        };
    assertThat(subscribe(ANN, JSON, "{\"channels\":[\"a\"]}").body())
        .isEqualTo("{\"subscribed\":[\"a\"],\"rejected\":[]}");
  }

  private static ChannelAuthorizer until(int seconds) {
    return request -> {
      request.expireAt(Instant.now().plusSeconds(seconds));
      return true;
    };
  }

  @Test
  void channelsBeyondThoseThatAStreamMayHaveAreRefusedOneByOne() {
    Answer answer = subscribe(ANN, JSON, "{\"channels\":[\"b\",\"c\",\"d\",\"e\",\"b\"]}");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body())
        .startsWith("{\"subscribed\":[\"b\",\"c\"],\"rejected\":[{\"channel\":\"e\"")
        .contains("{\"channel\":\"d\",\"status\":400,\"code\":\"too-many-channels\"");
    assertThat(connection.channels()).containsExactlyInAnyOrder("a", "b", "c");
  }

  @Test
  void whatIsTooLongForANameIsCutHoweverItIsRefused() {
    String[] endless = {"x".repeat(5000), "y".repeat(5000), "z".repeat(5000)};
    String body = "{\"channels\":[\"b\",\"c\",\"%s\"]}";
    subscribe(ANN, JSON, body.formatted(endless[0])); // can be no name
    subscribe(ANN, JSON, body.formatted(endless[1])); // nor in the stream, which is full by now
    subscribe(ANN, JSON, "{\"channels\":[\"b\",\"c\",\"d\",\"%s\"]}".formatted(endless[2]));
    assertThat(fixture.refusals)
        .hasSize(4)
        .allMatch(refusal -> refusal.length() < 300)
        .anyMatch(refusal -> refusal.startsWith("400 invalid-channel xxx"))
        .anyMatch(refusal -> refusal.startsWith("400 too-many-channels yyy"))
        .anyMatch(refusal -> refusal.startsWith("400 too-many-channels zzz"));
  }

  @Test
  void nobodyIsAskedAboutWhatAFullStreamHasNoRoomFor() {
    subscribe(ANN, JSON, "{\"channels\":[\"b\",\"c\"]}");
    authorizer =
        request -> {
          throw new IllegalStateException("asked in vain");
        };
    assertThat(subscribe(ANN, JSON, "{\"channels\":[\"d\",\"a\"]}").body())
        .startsWith("{\"subscribed\":[\"a\"],\"rejected\":[{\"channel\":\"d\",\"status\":400");
  }

  @Test
  void moreThanTwiceTheChannelsThatAStreamMayHaveAreRefusedAsAWhole() {
    Answer answer =
        subscribe(ANN, JSON, "{\"channels\":[\"b\",\"b\",\"b\",\"b\",\"b\",\"b\",\"b\"]}");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains("3 channels at most, and a request names 7");
    assertThat(connection.channels()).containsExactly("a");
  }

  @Test
  void aStreamThatIsAboutToEndIsAsGoodAsNone() {
    connection.close();
    assertThat(connection.isClosed()).isFalse();
    assertThat(subscribe(ANN, JSON, "{\"channels\":[\"b\"]}").status()).isEqualTo(404);
    assertThat(change(ANN).unsubscribe(List.of("a")).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"application/json", "Application/JSON", "application/json; charset=utf-8"})
  void theBodyIsJson(String mediaType) {
    assertThat(subscribe(ANN, Optional.of(mediaType), "{\"channels\":[]}").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"text/plain", "application/jsonp", "json", "", "text/json;application/json"})
  void anotherMediaTypeIsRefusedBeforeTheBodyIsRead(String mediaType) {
    assertThat(subscribe(ANN, Optional.of(mediaType), "{").status()).isEqualTo(415);
    assertThat(subscribe(ANN, Optional.empty(), "{").status()).isEqualTo(415);
  }

  @Test
  void aStreamOfSomebodyElseIsAsGoodAsNone() {
    for (Identity other : List.of(TestRequests.identity("bob"), TestRequests.identity(null))) {
      assertThat(subscribe(other, JSON, "{\"channels\":[\"b\"]}"))
          .isEqualTo(
              new ChannelChange(services, "nobody", ANN)
                  .subscribe(JSON, new ByteArrayInputStream(new byte[0])));
      assertThat(change(other).unsubscribe(List.of("a")).status()).isEqualTo(404);
    }
    assertThat(connection.channels()).containsExactly("a");
  }

  @Test
  void channelsAreTakenOffAndThoseThatTheStreamDoesNotHaveAreNoMistake() {
    Answer answer = change(ANN).unsubscribe(List.of("a", "b"));
    assertThat(answer.status()).isEqualTo(204);
    assertThat(answer.body()).isEmpty();
    assertThat(connection.channels()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"'',Say which", "a|b//c,empty segment"})
  void nothingIsTakenOffUnlessAllNamesCanBeChannels(String names, String detail) {
    List<String> channels = names.isEmpty() ? List.of() : List.of(names.split("\\|", -1));
    Answer answer = change(ANN).unsubscribe(channels);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains(detail);
    assertThat(connection.channels()).containsExactly("a");
  }

  @Test
  void whateverIsRefusedIsToldOnceWithItsCode() {
    subscribe(ANN, JSON, "{\"channels\":[\"b\",\"no/such\"]}");
    subscribe(TestRequests.identity("bob"), JSON, "{\"channels\":[\"c\"]}");
    subscribe(ANN, Optional.empty(), "");
    change(ANN).unsubscribe(List.of());
    assertThat(fixture.refusals)
        .containsExactly(
            "404 unknown-channel no/such ann",
            "404 no-stream - bob",
            "415 other-media-type - ann",
            "400 bad-request - ann");
  }
}
