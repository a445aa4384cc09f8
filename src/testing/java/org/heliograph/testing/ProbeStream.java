package org.heliograph.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.heliograph.SseEvent;
import org.heliograph.SseLimitException;
import org.heliograph.SseReader;
import org.heliograph.client.ChannelEvent;
import org.heliograph.internal.client.json.JsonFields;
import org.heliograph.internal.client.json.JsonString;

/** One stream of a probe: a connection, and a thread that reads it. */
final class ProbeStream {
  /** HTTP/1.1, where a stream that is closed takes its connection along. */
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /** Says that the stream has ended, so that no answer comes. */
  private static final Arrival.OfServer NO_ANSWER = new Arrival.OfServer("", "");

  private final ProbeSettings settings;
  private final Consumer<Arrival> inbox;
  private final InputStream body;
  private final Thread reader;
  private final BlockingQueue<String> clients = new LinkedBlockingQueue<>();
  private final BlockingQueue<Arrival.OfServer> answers = new LinkedBlockingQueue<>();

  /** Whether the probe has closed the stream, so that its end is no news. */
  private volatile boolean closed;

  /** The reader's until that has ended. */
  private String position;

  private String client = "";

  private ProbeStream(
      ProbeSettings settings, String position, InputStream body, Consumer<Arrival> inbox) {
    this.settings = settings;
    this.position = position;
    this.body = body;
    this.inbox = inbox;
    this.reader = new Thread(this::read, "heliograph-probe");
    reader.setDaemon(true);
  }

  /**
   * Opens a stream.
   *
   * @param channels what to ask for
   * @param position where to resume; empty for a stream that begins
   * @param inbox takes what comes but answers to requests
   * @throws RefusedStream if none of the channels is granted
   * @throws ProbeTrouble if there is no stream for another reason
   */
  static ProbeStream open(
      ProbeSettings settings, Collection<String> channels, String position, Consumer<Arrival> inbox)
      throws RefusedStream, ProbeTrouble {
    HttpRequest.Builder request =
        settings.request("?" + query(channels)).header("Accept", "text/event-stream");
    if (!position.isEmpty()) {
      request.header("Last-Event-ID", position);
    }
    HttpResponse<InputStream> response =
        send(settings, request.build(), BodyHandlers.ofInputStream());
    if (response.statusCode() != 200 || !isStream(response)) {
      refuse(channels, response);
    }
    ProbeStream stream = new ProbeStream(settings, position, response.body(), inbox);
    stream.reader.start();
    return stream;
  }

  /** A page by which users sign in may come with 200, too. */
  private static boolean isStream(HttpResponse<?> response) {
    return response.headers().firstValue("Content-Type").orElse("").startsWith("text/event-stream");
  }

  private static String query(Collection<String> channels) {
    return channels.stream()
        .map(channel -> "channel=" + URLEncoder.encode(channel, UTF_8))
        .collect(Collectors.joining("&"));
  }

  // not by a timeout of the request, which might hold for the whole of the stream
  private static <T> HttpResponse<T> send(
      ProbeSettings settings, HttpRequest request, BodyHandler<T> body) throws ProbeTrouble {
    CompletableFuture<HttpResponse<T>> answer = HTTP.sendAsync(request, body);
    try {
      return answer.get(settings.patience().toNanos(), TimeUnit.NANOSECONDS);
    } catch (ExecutionException e) {
      throw new ProbeTrouble("%s failed: %s".formatted(request.uri(), e.getCause()), 0, e);
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw new ProbeTrouble(
          "%s was not answered within %s".formatted(request.uri(), settings.patience()), 0, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("The test was interrupted while it asked for a stream", e);
    }
  }

  private static void refuse(Collection<String> channels, HttpResponse<InputStream> response)
      throws RefusedStream, ProbeTrouble {
    String text;
    try (InputStream body = response.body()) {
      text = new String(body.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new ProbeTrouble("The answer broke off: " + e, response.statusCode(), e);
    }
    List<Refusal> refusals = refusals(channels, response.statusCode(), text);
    if (refusals.isEmpty()) {
      throw ProbeTrouble.of(response, text);
    }
    throw new RefusedStream(refusals);
  }

  /** What the server says of each channel; where it lets nobody in, that holds for all of them. */
  private static List<Refusal> refusals(Collection<String> asked, int status, String text) {
    Optional<List<String>> told =
        JsonFields.parseIfObject(text).flatMap(problem -> problem.array("channels"));
    if (told.isEmpty() && (status == 401 || status == 403)) {
      return asked.stream().map(channel -> new Refusal(channel, status, "", text)).toList();
    }
    return told.orElse(List.of()).stream()
        .map(JsonFields::parse)
        .map(RefusedStream::refusal)
        .toList();
  }

  private void read() {
    String why = "";
    try (SseReader events = new SseReader(body)) {
      events.forEachRemaining(this::take);
    } catch (IOException | UncheckedIOException | SseLimitException e) {
      why = ", by " + e;
    } catch (IllegalArgumentException e) {
      why = ", which was not what a server of Heliograph sends: " + e.getMessage();
    }
    if (!closed) {
      inbox.accept(new Arrival.End(why));
    }
    clients.add("");
    answers.add(NO_ANSWER);
  }

  private void take(SseEvent event) {
    String name = event.name().orElse("");
    String data = event.data().map(Object::toString).orElse("");
    switch (name) {
      case "hg.welcome" -> clients.add(JsonFields.parse(data).text("client").orElse(""));
      case "hg.subscribed" -> answers.add(new Arrival.OfServer(name, data));
      case "hg.rejected" -> reject(new Arrival.OfServer(name, data));
      case "" -> inbox.accept(ofChannel(event.id().orElse(""), JsonFields.parse(data)));
      default -> inbox.accept(new Arrival.OfServer(name, data));
    }
    position = event.id().orElse(position);
  }

  /** A marker is of interest by its place among the events. */
  private void reject(Arrival.OfServer rejected) {
    if (Marker.isAnswered(rejected)) {
      inbox.accept(rejected);
    } else {
      answers.add(rejected);
    }
  }

  private static Arrival ofChannel(String id, JsonFields envelope) {
    return new Arrival.OfChannel(
        new ChannelEvent(
            envelope.text("channel").orElse(""),
            envelope.text("event").orElse("message"),
            envelope.json("data"),
            id));
  }

  /** {@return the server's name for this stream's client, as soon as it is told} */
  String client() throws ProbeTrouble {
    if (client.isEmpty()) {
      client =
          Inbox.poll(clients, settings.patience())
              .filter(name -> !name.isEmpty())
              .orElseThrow(() -> new ProbeTrouble("The server has not said hg.welcome"));
    }
    return client;
  }

  /** {@return what the server says next of a channel that was asked for, if it does in time} */
  Optional<Arrival.OfServer> answer() {
    Optional<Arrival.OfServer> answer = Inbox.poll(answers, settings.patience());
    answer.filter(NO_ANSWER::equals).ifPresent(answers::add); // for whoever asks again
    return answer.filter(one -> !one.equals(NO_ANSWER));
  }

  /** Asks for more channels; {@link #answer} has what becomes of each. */
  void add(Collection<String> channels) throws ProbeTrouble {
    String names = channels.stream().map(JsonString::encode).collect(Collectors.joining(","));
    HttpRequest request =
        settings
            .request("/channels")
            .setHeader("Heliograph-Client", client())
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString("{\"channels\":[" + names + "]}"))
            .build();
    HttpResponse<String> response = send(settings, request, BodyHandlers.ofString());
    if (response.statusCode() != 200) {
      throw ProbeTrouble.of(response, response.body());
    }
  }

  /**
   * Closes the connection, without a word to the server, and {@return the position to resume at}
   */
  String cut() {
    closed = true;
    try {
      body.close();
      reader.join();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("The test was interrupted while it cut a stream", e);
    }
    return position;
  }
}
