package org.heliograph.client;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.heliograph.SseParser;
import org.heliograph.internal.client.http.Credentials;
import org.heliograph.internal.client.link.LinkSettings;
import org.heliograph.internal.client.loop.Engine;
import org.heliograph.internal.client.loop.Engines;

/** Builds a {@link HeliographClient}. Everything has a default. Not thread-safe. */
public final class ClientBuilder {
  private static final Duration FIRST_DELAY = Duration.ofSeconds(1);
  private static final Duration MAX_DELAY = Duration.ofSeconds(30);

  private final URI endpoint;
  private final Map<String, String> headers = new LinkedHashMap<>();

  // the builder's
  private Optional<HttpClient> httpClient = Optional.empty();
  private Optional<Supplier<String>> token = Optional.empty();
  private Optional<Executor> executor = Optional.empty();
  private Optional<PayloadDecoder> decoder = Optional.empty();
  private Duration firstDelay = FIRST_DELAY;
  private Duration maxDelay = MAX_DELAY;
  private int maxAttempts = Integer.MAX_VALUE;
  private int maxEventBytes = SseParser.DEFAULT_LIMIT;

  ClientBuilder(URI endpoint) {
    HttpRequest.newBuilder(endpoint); // which says what is wrong with it
    this.endpoint = endpoint;
  }

  /**
   * Sets what sends the requests.
   *
   * @param client is not closed with the Heliograph client; default one of its own, which follows
   *     no redirects lest a token go elsewhere
   * @return this builder
   */
  public ClientBuilder httpClient(HttpClient client) {
    httpClient = Optional.of(client);
    return this;
  }

  /**
   * Sets what gives the token for {@code Authorization: Bearer}. It is asked before each request,
   * and once more if the server answers 401; it may take its time. While it throws, the client
   * waits and tries again; if it throws after a 401, the client fails.
   *
   * @param supplier gives the token of the moment
   * @return this builder
   */
  public ClientBuilder token(Supplier<String> supplier) {
    token = Optional.of(supplier);
    return this;
  }

  /**
   * Adds a header to every request.
   *
   * @param name of the header
   * @param value of the header
   * @return this builder
   * @throws IllegalArgumentException if there is no such header, or it cannot be set
   */
  public ClientBuilder header(String name, String value) {
    HttpRequest.newBuilder(endpoint).setHeader(name, value); // which says what is wrong with it
    headers.put(name, value);
    return this;
  }

  /**
   * Sets where listeners run, one at a time and in order.
   *
   * @param threads is not shut down with the client; default a daemon thread of its own
   * @return this builder
   */
  public ClientBuilder executor(Executor threads) {
    executor = Optional.of(threads);
    return this;
  }

  /**
   * Sets what makes payloads out of JSON.
   *
   * @param payloads decodes them; default JSON-B, where it is there
   * @return this builder
   */
  public ClientBuilder json(PayloadDecoder payloads) {
    decoder = Optional.of(payloads);
    return this;
  }

  /**
   * Sets how long to wait before another attempt: a random time below a ceiling, which grows by
   * half with each failure. The server's {@code retry} and {@code Retry-After} count besides.
   *
   * @param first the first ceiling; default one second
   * @param most the highest ceiling; default 30 seconds
   * @return this builder
   * @throws IllegalArgumentException if one of them is negative
   */
  public ClientBuilder reconnectDelay(Duration first, Duration most) {
    firstDelay = notNegative(first);
    maxDelay = notNegative(most);
    return this;
  }

  private static Duration notNegative(Duration delay) {
    if (delay.isNegative()) {
      throw new IllegalArgumentException("A delay is zero or more, was " + delay);
    }
    return delay;
  }

  /**
   * Sets how many attempts in a row may follow a failure before the client fails.
   *
   * @param attempts a number; default as many as it takes
   * @return this builder
   * @throws IllegalArgumentException if it is negative
   */
  public ClientBuilder maxReconnectAttempts(int attempts) {
    if (attempts < 0) {
      throw new IllegalArgumentException("The number of attempts is zero or more, was " + attempts);
    }
    maxAttempts = attempts;
    return this;
  }

  /**
   * Sets how much of an event is held. A larger one fails the client, for it would only come again.
   *
   * @param bytes how many a line, and the data of an event, may have; default 1 MiB
   * @return this builder
   * @throws IllegalArgumentException if it is not positive
   */
  public ClientBuilder maxEventBytes(int bytes) {
    if (bytes <= 0) {
      throw new IllegalArgumentException("A limit is a positive number of bytes, was " + bytes);
    }
    maxEventBytes = bytes;
    return this;
  }

  /**
   * Builds a client, which opens nothing yet. Its threads take the context class loader of this
   * method's caller, where JSON-B is looked for, too.
   *
   * @return a client of these settings
   */
  public HeliographClient build() {
    return build(Engines.of(httpClient, executor));
  }

  /** Builds a client that is driven by something else than threads and connections of its own. */
  HeliographClient build(Engine engine) {
    LinkSettings settings =
        new LinkSettings(
            endpoint, firstDelay.toMillis(), maxDelay.toMillis(), maxAttempts, maxEventBytes);
    ClassLoader loader =
        Objects.requireNonNullElseGet(
            Thread.currentThread().getContextClassLoader(), ClientBuilder.class::getClassLoader);
    ClientCore core =
        new ClientCore(
            settings,
            new Credentials(headers, token, engine.workers()),
            engine,
            new Decoding(decoder, loader));
    return new HeliographClient(core, engine, maxEventBytes);
  }
}
