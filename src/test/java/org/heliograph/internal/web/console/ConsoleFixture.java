package org.heliograph.internal.web.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.heliograph.Cluster;
import org.heliograph.internal.hub.HubBuilder;
import org.heliograph.internal.hub.HubFixture;
import org.heliograph.internal.log.ChannelOptions;
import org.heliograph.internal.stream.Connection;
import org.heliograph.internal.testing.TestWire;
import org.heliograph.internal.web.Answer;
import org.heliograph.internal.web.ChannelsBodyReader;
import org.heliograph.internal.web.Identity;
import org.heliograph.internal.web.Query;
import org.heliograph.internal.web.Services;
import org.heliograph.internal.web.TestRequests;

/** The console of a hub in virtual time, and somebody with one of its roles. */
class ConsoleFixture {
  static final Identity ADMIN = TestRequests.identity("root", "admin");

  final HubFixture fixture;
  final Console console;

  /** Runs within the making of the overview. */
  Runnable whileLooking = () -> {};

  ConsoleFixture() {
    this(builder -> builder);
  }

  /** A console of a hub that is not quite as by default. */
  ConsoleFixture(UnaryOperator<HubBuilder> more) {
    fixture = new HubFixture(ChannelOptions.DEFAULTS, more);
    Services services =
        new Services(
            fixture.hub,
            TestRequests.withConsole("admin", "ops"),
            new ChannelsBodyReader(TestRequests::json),
            fixture.listener());
    console = new Console(services, new Alone());
  }

  private final class Alone implements Cluster {
    @Override
    public boolean connected() {
      return true;
    }

    @Override
    public int nodes() {
      whileLooking.run();
      return 1;
    }

    @Override
    public Duration lag() {
      return Duration.ZERO;
    }
  }

  Answer look(String name, String query) {
    return console.look(name, Query.parse(query), ADMIN);
  }

  JsonObject list(String name, String query) {
    Answer answer = look(name, query);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return Json.createReader(new StringReader(answer.body())).readObject();
  }

  JsonObject row(String list, int index) {
    return list(list, "").getJsonArray("rows").getJsonObject(index);
  }

  Answer act(String name, String body) {
    return console.act(name, new ByteArrayInputStream(body.getBytes(UTF_8)), ADMIN);
  }

  Connection open(String user, String... channels) {
    return fixture.open(new TestWire(), Optional.of(user), Optional.empty(), channels);
  }
}
