package org.heliograph.client;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.heliograph.internal.client.loop.Engine;

/** One case of {@code vectors/situations.json}, played to a client in virtual time. */
final class Situation {
  private static final long START = Instant.parse("2030-01-01T00:00:00Z").toEpochMilli();

  private final VirtualLoop loop;
  private final ScriptedServer server;
  private final HeliographClient client;
  private final Map<String, Subscription> subscriptions = new LinkedHashMap<>();
  private final List<String> told = new ArrayList<>();

  Situation(JsonObject one, double random) {
    loop = new VirtualLoop(random, START);
    server = new ScriptedServer(loop, object(one, "answers"));
    JsonObject options = object(one, "options");
    ClientBuilder builder =
        HeliographClient.builder(URI.create("http://test" + options.getString("path", "/_sse")))
            .reconnectDelay(
                Duration.ofSeconds(1), Duration.ofMillis(options.getInt("maxDelay", 30_000)))
            .maxReconnectAttempts(options.getInt("maxAttempts", Integer.MAX_VALUE));
    JsonArray tokens = options.getJsonArray("tokens");
    if (tokens != null) {
      Iterator<JsonValue> each = tokens.iterator();
      builder.token(() -> token(each.next()));
    }
    client =
        builder.build(new Engine(loop, server, Runnable::run, Runnable::run, new Engine.Life() {}));
    listen();
    one.getJsonArray("steps").getValuesAs(JsonObject.class).forEach(this::play);
  }

  private static JsonObject object(JsonObject one, String name) {
    return Optional.ofNullable(one.getJsonObject(name)).orElse(JsonValue.EMPTY_JSON_OBJECT);
  }

  private static String token(JsonValue given) {
    if (given instanceof JsonString text) {
      return text.getString();
    }
    throw new IllegalStateException("no token for now");
  }

  private void listen() {
    client.onState(state -> tell("state", lower(state)));
    client.onConnected(id -> tell("connected", id));
    client.onDisconnected(end -> tell("disconnected", end.reason(), end.reconnect()));
    client.onReconnecting(wait -> tell("reconnecting", wait.attempt(), wait.cause().code()));
    client.onError(
        error -> {
          if (error instanceof ChannelException of) {
            tell("error", of.channel(), of.code(), of.status());
          } else {
            tell("error", error.code(), error.status());
          }
        });
    client.onEvent(
        event -> {
          tell("event", event.channel(), event.name(), event.id(), event.json().orElse(""));
        });
  }

  private void tell(Object... words) {
    StringBuilder line = new StringBuilder();
    for (Object word : words) {
      line.append(' ').append(word);
    }
    told.add(line.toString().strip());
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private void play(JsonObject step) {
    String what = step.keySet().iterator().next();
    switch (what) {
      case "subscribe" ->
          step.getJsonArray(what).getValuesAs(JsonString::getString).forEach(this::subscribe);
      case "close" -> subscriptions.get(step.getString(what)).close();
      case "connect" -> client.connect();
      case "disconnect" -> client.disconnect();
      case "reconnect" -> client.reconnect();
      case "closeClient" -> client.close();
      case "send" -> ScriptedServer.write(server.stream(), step.getJsonArray(what));
      case "end" ->
          server.stream().end(step.getString(what).equals("cut") ? new IOException("reset") : null);
      case "pass" -> loop.pass(step.getInt(what));
      default -> throw new IllegalArgumentException("Unknown step " + what);
    }
  }

  private void subscribe(String channel) {
    Subscription subscription = client.subscribe(channel);
    if (subscriptions.put(channel, subscription) != subscription) {
      subscription.onRecovered(
          said -> tell("recovered", channel, said.recovered(), said.replayed()));
      subscription.onGap(
          missed -> tell("gap", channel, missed.isPresent() ? missed.getAsLong() : "unknown"));
    }
  }

  List<JsonObject> requests() {
    return server.sent();
  }

  List<String> told() {
    return told;
  }

  String state() {
    return lower(client.state());
  }

  Map<String, String> channels() {
    Map<String, String> channels = new LinkedHashMap<>();
    subscriptions.forEach((name, one) -> channels.put(name, lower(one.status())));
    return channels;
  }

  /** Closes the client, and {@return whether no stream and no timer of it is left}. */
  boolean endsWithoutRest() {
    client.close();
    loop.pass(0);
    return loop.timers() == 0 && server.streams().stream().allMatch(Situation::isOver);
  }

  private static boolean isOver(ScriptedBody body) {
    return body.isCancelled();
  }

  static double number(JsonValue value) {
    return ((JsonNumber) value).doubleValue();
  }
}
