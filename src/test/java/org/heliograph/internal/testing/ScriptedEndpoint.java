package org.heliograph.internal.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An endpoint that says what a server says to a client that behaves, and does what a test wants.
 * Each stream has all channels; those that begin with {@code secret} are refused by the endpoint,
 * and those that begin with {@code guarded} before it is asked.
 */
public final class ScriptedEndpoint implements AutoCloseable {
  private static final Pattern NAME = Pattern.compile("\"([^\"]*)\"");

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();

  @GuardedBy("this")
  private final List<HttpExchange> streams = new ArrayList<>();

  @GuardedBy("this")
  private final List<String> log = new ArrayList<>();

  @GuardedBy("this")
  private final List<String> held = new ArrayList<>();

  @GuardedBy("this")
  private int answersBefore;

  @GuardedBy("this")
  private boolean forgotten;

  /** Starts to listen. */
  public ScriptedEndpoint() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/_sse", this::handle);
    server.start();
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/_sse");
  }

  private void handle(HttpExchange exchange) throws IOException {
    if (exchange.getRequestMethod().equals("GET")) {
      open(exchange, channels(exchange.getRequestURI().getRawQuery()));
    } else {
      add(exchange, names(new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
    }
  }

  private static List<String> channels(String query) {
    return List.of(query.split("&")).stream()
        .map(pair -> URLDecoder.decode(pair.substring("channel=".length()), UTF_8))
        .toList();
  }

  private static List<String> names(String body) {
    List<String> names = new ArrayList<>();
    for (Matcher name = NAME.matcher(body); name.find(); ) {
      names.add(name.group(1));
    }
    return names;
  }

  private synchronized void open(HttpExchange exchange, List<String> channels) throws IOException {
    if (channels.get(0).startsWith("guarded")) {
      answer(exchange, 401, "<p>Who are you?</p>");
      return;
    }
    if (channels.stream().allMatch(channel -> channel.startsWith("secret"))) {
      answer(exchange, 401, "{\"channels\":[" + refusal(channels.get(0), 401) + "]}");
      return;
    }
    exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
    exchange.sendResponseHeaders(200, 0);
    if (channels.get(0).startsWith("mute")) {
      exchange.close();
      return;
    }
    streams.add(exchange);
    String position = exchange.getRequestHeaders().getFirst("Last-Event-ID");
    int from = position == null ? log.size() : Integer.parseInt(position.substring(2));
    write(exchange, "id: e.%d\nevent: hg.welcome\ndata: {\"client\":\"c1\"}\n\n".formatted(from));
    List<String> missed = log.subList(from, log.size());
    for (String channel : channels) {
      long count =
          missed.stream().filter(one -> one.contains("\"channel\":\"" + channel + '"')).count();
      String resumed =
          position == null ? "" : ",\"recovered\":%b,\"replayed\":%d".formatted(!forgotten, count);
      write(
          exchange,
          "event: hg.subscribed\ndata: {\"channel\":\"%s\"%s}\n\n".formatted(channel, resumed));
    }
    missed.forEach(event -> write(exchange, event));
  }

  private synchronized void add(HttpExchange exchange, List<String> channels) throws IOException {
    for (String channel : channels.subList(1, channels.size())) {
      if (channel.startsWith("secret") || channel.contains("//")) {
        control("hg.rejected", refusal(channel, 403));
      } else {
        control("hg.subscribed", "{\"channel\":\"" + channel + "\"}");
      }
      release();
    }
    answer(exchange, 200, "{}");
  }

  private static String refusal(String channel, int status) {
    return status == 401
        ? "{\"channel\":\"%s\",\"status\":401,\"code\":\"unauthenticated\",\"detail\":\"Sign in\"}"
            .formatted(channel)
        : "{\"channel\":\"%s\",\"status\":403,\"code\":\"forbidden\",\"detail\":\"No\"}"
            .formatted(channel);
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private static void write(HttpExchange exchange, String text) {
    try {
      exchange.getResponseBody().write(text.getBytes(UTF_8));
      exchange.getResponseBody().flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Has an event come behind the next few answers, although it is broadcast before them. */
  public synchronized void holdUntilAnswers(int count) {
    answersBefore = count;
  }

  @GuardedBy("this")
  private void release() {
    answersBefore--;
    if (answersBefore == 0) {
      held.forEach(this::writeAll);
      held.clear();
    }
  }

  /** Broadcasts an event. */
  public synchronized void broadcast(String channel, String event, String json) {
    String text =
        "id: e.%d\ndata: {\"channel\":\"%s\",\"event\":\"%s\",\"data\":%s}\n\n"
            .formatted(log.size() + 1, channel, event, json);
    log.add(text);
    if (answersBefore > 0) {
      held.add(text);
    } else {
      writeAll(text);
    }
  }

  /** Sends a control event. */
  public synchronized void control(String name, String data) {
    writeAll("event: " + name + "\ndata: " + data + "\n\n");
  }

  /** To all who still read. */
  @GuardedBy("this")
  private void writeAll(String text) {
    streams.removeAll(
        streams.stream().filter(stream -> !isWritten(stream, text)).collect(Collectors.toList()));
  }

  private static boolean isWritten(HttpExchange stream, String text) {
    try {
      write(stream, text);
      return true;
    } catch (UncheckedIOException e) { // its client has gone
      return false;
    }
  }

  /** Says from now on that events may be missing. */
  public synchronized void forget() {
    forgotten = true;
  }

  /** Ends all streams. */
  public synchronized void endStreams() {
    streams.forEach(HttpExchange::close);
    streams.clear();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
