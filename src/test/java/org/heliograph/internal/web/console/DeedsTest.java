package org.heliograph.internal.web.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import org.heliograph.BroadcastFailedException;
import org.heliograph.internal.hub.Elsewhere;
import org.heliograph.internal.hub.Sharing;
import org.heliograph.internal.stream.Connection;
import org.heliograph.internal.stream.HubListener;
import org.heliograph.internal.stream.request.StreamsElsewhere;
import org.heliograph.internal.testing.LoggedLines;
import org.heliograph.internal.testing.TestWire;
import org.heliograph.internal.web.Answer;
import org.heliograph.internal.web.Identity;
import org.heliograph.internal.web.TestRequests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeedsTest {
  private final ConsoleFixture its = new ConsoleFixture();

  @Test
  void whoLacksTheRolesDoesNothing() {
    its.open("ann", "a");
    byte[] body = "{\"user\":\"ann\"}".getBytes(UTF_8);
    for (Identity one :
        new Identity[] {TestRequests.identity(null), TestRequests.identity("bob", "user")}) {
      assertThat(its.console.act("disconnect-user", new ByteArrayInputStream(body), one).status())
          .isIn(401, 403);
    }
    assertThat(its.fixture.hub.connectionCount()).isEqualTo(1);
  }

  @Test
  void oneStreamIsDisconnectedByItsHandle() {
    TestWire wire = new TestWire();
    its.fixture.open(wire, Optional.of("ann"), Optional.empty(), "a");
    String handle = its.row("streams.json", 0).getString("handle");
    Connection other = its.open("ann", "a");

    assertThat(its.act("disconnect", "{\"handle\":\"" + handle + "\"}").body())
        .isEqualTo("{\"streams\":1}");
    its.fixture.run();
    assertThat(wire.text()).contains("hg.bye", "\"disconnected\"");
    assertThat(other.isEnding()).isFalse();
    assertThat(its.act("disconnect", "{\"handle\":\"" + handle + "\"}").status()).isEqualTo(404);
    assertThat(its.act("disconnect", "{\"handle\":\"" + other.client() + "\"}").status())
        .isEqualTo(404);
    assertThat(its.fixture.refusals)
        .containsExactly("404 no-stream - root", "404 no-stream - root");
  }

  @Test
  void allStreamsOfAUserAreDisconnected() {
    its.open("ann", "a");
    its.open("ann", "b");
    its.open("bob", "a");
    assertThat(its.act("disconnect-user", "{\"user\":\"ann\"}").body())
        .isEqualTo("{\"streams\":2}");
    its.fixture.run();
    assertThat(its.fixture.hub.connectionCount()).isEqualTo(1);
  }

  @Test
  void channelIsRevokedFromAUser() {
    Connection ann = its.open("ann", "a", "b");
    Connection bob = its.open("bob", "a");
    assertThat(its.act("revoke", "{\"user\":\"ann\",\"channel\":\"a\"}").body())
        .isEqualTo("{\"streams\":1}");
    assertThat(ann.channels()).containsExactly("b");
    assertThat(bob.channels()).containsExactly("a");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "disconnect      | {\"handle\":7}                       | 'handle' is missing",
        "disconnect      | []                                   | no JSON object",
        "disconnect-user | {}                                   | 'user' is missing",
        "disconnect-user | {\"user\":\"\"}                       | 'user' is missing",
        "revoke          | {\"user\":\"ann\"}                    | 'channel' is missing",
        "revoke          | {                                    | not JSON",
        "revoke          | {\"user\":\"ann\",\"channel\":\"a b\"} | a b",
      })
  void badBodyIsToldWhatWouldBeRight(String name, String body, String problem) {
    Answer answer = its.act(name, body);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains(problem);
  }

  /** Other nodes that nobody can tell anything. */
  private record CutOff() implements Elsewhere {
    @Override
    public Optional<RemoteStream> find(String client, Optional<String> user) {
      return Optional.empty();
    }

    @Override
    public boolean disconnect(String client) {
      throw new BroadcastFailedException("cut off", false);
    }

    @Override
    public int disconnectUser(String user) {
      throw new BroadcastFailedException("cut off", false);
    }

    @Override
    public int revoke(String user, String channel) {
      throw new BroadcastFailedException("cut off", false);
    }
  }

  private static Sharing cutOff(LongSupplier clock) {
    return new Sharing(
        "node-1",
        Duration.ofSeconds(30),
        clock,
        () -> {},
        UnaryOperator.identity(),
        new CutOff(),
        HubListener.NONE,
        StreamsElsewhere.NONE,
        () -> Duration.ZERO);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "disconnect-user | {\"user\":\"ann\"}",
        "revoke          | {\"user\":\"ann\",\"channel\":\"a\"}"
      })
  void nodeThatCannotTellTheOthersIsNotFull(String name, String body) {
    ConsoleFixture alone = new ConsoleFixture(builder -> builder.sharing(DeedsTest::cutOff));
    assertThat(alone.act(name, body).status()).isEqualTo(503);
    assertThat(alone.fixture.refusals).containsExactly("503 node-silent - root");
  }

  @Test
  void unknownDeedIsNone() {
    assertThat(its.act("shutdown", "{}").status()).isEqualTo(404);
  }

  @Test
  void logSaysWhoHasDoneWhatToWhom() {
    String user = "ann\u202e";
    its.open(user, "a", "b");
    try (LoggedLines log = new LoggedLines()) {
      its.act("revoke", "{\"user\":\"" + user + "\",\"channel\":\"a\"}");
      its.act(
          "disconnect", its.row("streams.json", 0).getString("handle").transform(DeedsTest::of));
      its.act("disconnect-user", "{\"user\":\"" + user + "\"}");
      String root = "HELIOGRAPH-0210: \"root\" ";
      assertThat(log.texts())
          .containsExactly(
              root + "revokes \"a\" from \"ann\\u202e\", in the console",
              root + "has disconnected a stream of \"ann\\u202e\", in the console",
              root + "disconnects \"ann\\u202e\", in the console");
    }
  }

  private static String of(String handle) {
    return "{\"handle\":\"" + handle + "\"}";
  }
}
