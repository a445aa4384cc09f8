package org.heliograph.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.net.URLDecoder;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.heliograph.SseEvent;
import org.heliograph.SseFormat;
import org.heliograph.internal.client.http.Answer;
import org.heliograph.internal.client.http.Transport;
import org.heliograph.internal.client.loop.Loop;

/** Answers requests as a situation says, and writes them down as it writes requests down. */
final class ScriptedServer implements Transport {
  private final Loop loop;
  private final Map<String, List<JsonObject>> answers = new HashMap<>();
  private final List<JsonObject> sent = new ArrayList<>();
  private final List<ScriptedBody> streams = new ArrayList<>();

  ScriptedServer(Loop loop, JsonObject answers) {
    this.loop = loop;
    for (String method : answers.keySet()) {
      List<JsonObject> each = answers.getJsonArray(method).getValuesAs(JsonObject.class);
      this.answers.put(method, new ArrayList<>(each));
    }
  }

  List<JsonObject> sent() {
    return sent;
  }

  List<ScriptedBody> streams() {
    return streams;
  }

  ScriptedBody stream() {
    return streams.get(streams.size() - 1);
  }

  static void write(ScriptedBody stream, JsonArray pieces) {
    for (JsonValue piece : pieces) {
      stream.write(piece instanceof JsonString text ? text.getString() : event((JsonObject) piece));
    }
  }

  private static String event(JsonObject piece) {
    SseEvent event = SseEvent.of(piece.get("data").toString());
    if (piece.containsKey("event")) {
      event = SseEvent.named(piece.getString("event")).data(piece.get("data").toString());
    }
    return SseFormat.format(piece.containsKey("id") ? event.id(piece.getString("id")) : event);
  }

  @Override
  public CompletableFuture<Answer> send(HttpRequest request) {
    List<String> channels = record(request);
    List<JsonObject> scripted = answers.getOrDefault(request.method(), List.of());
    JsonObject answer = scripted.isEmpty() ? granting(request, channels) : scripted.remove(0);
    if (answer.containsKey("silent")) {
      return new CompletableFuture<>();
    }
    if (answer.containsKey("lost")) {
      return CompletableFuture.failedFuture(new IOException("Connection refused"));
    }
    ScriptedBody body = new ScriptedBody();
    JsonArray pieces = answer.getJsonArray("stream");
    if (pieces != null) {
      streams.add(body);
      write(body, pieces);
    } else {
      JsonValue text = answer.getOrDefault("body", JsonValue.EMPTY_JSON_OBJECT);
      body.write(text instanceof JsonString string ? string.getString() : text.toString());
      body.end(null);
    }
    String type = pieces == null ? "application/problem+json" : "text/event-stream";
    CompletableFuture<Answer> later = new CompletableFuture<>();
    Answer head = new Answer(answer.getInt("status", 200), headers(answer, type), body);
    if (answer.containsKey("after")) {
      loop.schedule(answer.getInt("after"), () -> later.complete(head));
    } else {
      later.complete(head);
    }
    return later;
  }

  private static HttpHeaders headers(JsonObject answer, String type) {
    Map<String, List<String>> headers = new HashMap<>();
    headers.put("content-type", List.of(type));
    JsonObject given = answer.getJsonObject("headers");
    if (given != null) {
      given.forEach((name, value) -> headers.put(name, List.of(((JsonString) value).getString())));
    }
    return HttpHeaders.of(headers, (name, value) -> true);
  }

  private JsonObject granting(HttpRequest request, List<String> channels) {
    if (!request.method().equals("GET")) {
      return Json.createObjectBuilder()
          .add(
              "body",
              Json.createObjectBuilder().add("subscribed", Json.createArrayBuilder(channels)))
          .build();
    }
    JsonObject welcome =
        Json.createObjectBuilder()
            .add("client", "c" + (streams.size() + 1))
            .add("position", "e.10")
            .add("heartbeat", 30_000)
            .build();
    var pieces =
        Json.createArrayBuilder()
            .add(
                Json.createObjectBuilder()
                    .add("event", "hg.welcome")
                    .add("id", "e.10")
                    .add("data", welcome));
    for (String channel : channels) {
      pieces.add(
          Json.createObjectBuilder()
              .add("event", "hg.subscribed")
              .add("data", Json.createObjectBuilder().add("channel", channel)));
    }
    return Json.createObjectBuilder().add("stream", pieces).build();
  }

  private List<String> record(HttpRequest request) {
    Map<String, List<String>> query = query(request);
    List<String> channels =
        request.method().equals("POST")
            ? posted(request)
            : query.getOrDefault("channel", List.of());
    query.remove("channel");
    JsonObjectBuilder line =
        Json.createObjectBuilder()
            .add("at", loop.now())
            .add("method", request.method())
            .add("path", request.uri().getPath())
            .add("channels", Json.createArrayBuilder(channels));
    request.headers().firstValue("Last-Event-ID").ifPresent(id -> line.add("lastEventId", id));
    request.headers().firstValue("Heliograph-Client").ifPresent(id -> line.add("client", id));
    request.headers().firstValue("Authorization").ifPresent(it -> line.add("authorization", it));
    if (!query.isEmpty()) {
      line.add(
          "query",
          query.entrySet().stream()
              .map(entry -> entry.getKey() + "=" + String.join(",", entry.getValue()))
              .collect(Collectors.joining("&")));
    }
    sent.add(line.build());
    return channels;
  }

  private static Map<String, List<String>> query(HttpRequest request) {
    Map<String, List<String>> query = new LinkedHashMap<>();
    String raw = request.uri().getRawQuery();
    for (String pair : raw == null ? new String[0] : raw.split("&")) {
      String[] parts = pair.split("=", 2);
      query
          .computeIfAbsent(parts[0], name -> new ArrayList<>())
          .add(URLDecoder.decode(parts[1], UTF_8));
    }
    return query;
  }

  private static List<String> posted(HttpRequest request) {
    String body = Requests.body(request);
    try (JsonReader reader = Json.createReader(new StringReader(body))) {
      return reader.readObject().getJsonArray("channels").getValuesAs(JsonString::getString);
    }
  }
}
