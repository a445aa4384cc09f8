package org.heliograph.it.support.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * A stream as a client sees it (WHATWG HTML section 9.2.6). Events are read as they come; waiting
 * for one has an end.
 */
public final class SseStream implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 20;
  private static final String HEARTBEAT = ": hb";

  /** Stands for the end of the stream, after the last event. */
  public static final Event END = new Event("", "end of stream", "");

  private final HttpResponse<InputStream> response;
  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
  private final Semaphore heartbeats = new Semaphore(0);

  /**
   * One event.
   *
   * @param id its position, empty if it has none
   * @param name {@code message} unless it says otherwise
   * @param data its lines
   */
  public record Event(String id, String name, String data) {}

  private SseStream(HttpResponse<InputStream> response) {
    this.response = response;
    Thread reader = new Thread(this::read, "stream " + response.uri());
    reader.setDaemon(true);
    reader.start();
  }

  public static HttpRequest.Builder request(URI uri, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri);
    return headers.length == 0 ? request : request.headers(headers);
  }

  /**
   * Opens a stream; returns when the head of the response is there.
   *
   * @param headers names and values in turn
   * @throws AssertionError if there is no stream but an error, with its body
   */
  public static SseStream open(URI uri, String... headers)
      throws IOException, InterruptedException {
    return open(Deployed.HTTP, uri, headers);
  }

  /** Opens a stream by an HTTP client of the test's own. */
  public static SseStream open(HttpClient client, URI uri, String... headers)
      throws IOException, InterruptedException {
    HttpRequest request = request(uri, headers).build();
    HttpResponse<InputStream> response = client.send(request, BodyHandlers.ofInputStream());
    if (response.statusCode() != 200) {
      try (InputStream body = response.body()) {
        throw new AssertionError(
            "%s is %d: %s"
                .formatted(
                    request.uri(), response.statusCode(), new String(body.readAllBytes(), UTF_8)));
      }
    }
    return new SseStream(response);
  }

  private void read() {
    try (BufferedReader lines = new BufferedReader(new InputStreamReader(response.body(), UTF_8))) {
      String id = "";
      String name = "message";
      StringBuilder data = new StringBuilder();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith(HEARTBEAT)) {
          heartbeats.release();
        }
        int colon = line.indexOf(':');
        String value = colon < 0 ? "" : line.substring(colon + 1).replaceFirst("^ ", "");
        switch (colon < 0 ? line : line.substring(0, colon)) {
          case "id" -> id = value;
          case "event" -> name = value;
          case "data" -> data.append(value).append('\n');
          default -> {} // comments, retry and the blank line
        }
        if (line.isEmpty()) {
          if (data.length() > 0) {
            events.add(new Event(id, name, data.substring(0, data.length() - 1)));
          }
          id = "";
          name = "message";
          data.setLength(0);
        }
      }
    } catch (IOException e) {
      // closed on this side, or cut on the other: an end in both cases
    } finally {
      events.add(END);
    }
  }

  /** The head of the response. */
  public HttpResponse<?> head() {
    return response;
  }

  /** The next event. */
  public Event next() throws InterruptedException {
    Event event = events.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    if (event == null) {
      throw new AssertionError("No event came within " + PATIENCE_SECONDS + " s");
    }
    return event;
  }

  /** The next event of a name; those before it are passed over. */
  public Event next(String name) throws InterruptedException {
    Event event = nextOrEnd(name);
    if (!event.name().equals(name)) {
      throw new AssertionError("The stream ended without another " + name);
    }
    return event;
  }

  /** The next event of a name, or {@link #END} if the stream ends first. */
  public Event nextOrEnd(String name) throws InterruptedException {
    Event event = next();
    while (!event.name().equals(name) && !event.equals(END)) {
      event = next();
    }
    return event;
  }

  /** Waits for heartbeats that nobody has waited for yet. */
  public void awaitHeartbeats(int count) throws InterruptedException {
    if (!heartbeats.tryAcquire(count, PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new AssertionError(
          "Only %d of %d heartbeats came within %d s"
              .formatted(heartbeats.availablePermits(), count, PATIENCE_SECONDS));
    }
  }

  /** {@return the number of events that have come and that nobody has taken yet} */
  public int waiting() {
    return events.size();
  }

  /** Waits for the end of the stream; events before it are passed over. */
  public void awaitEnd() throws InterruptedException {
    next(END.name());
  }

  /** Reads the greeting up to the welcome and answers the client's id. */
  public String client() throws InterruptedException {
    return next("hg.welcome").data().replaceFirst(".*\"client\":\"([^\"]+)\".*", "$1");
  }

  /** Leaves. */
  @Override
  public void close() throws IOException {
    response.body().close();
  }
}
