package org.heliograph.client;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.heliograph.SseListener;
import org.heliograph.internal.client.http.Address;
import org.heliograph.internal.client.http.Futures;
import org.heliograph.internal.client.loop.Engine;

/**
 * A client of a Heliograph server: one connection for all channels, resumed where it was lost.
 *
 * <pre>{@code
 * HeliographClient client = HeliographClient.builder(URI.create("https://shop.example/_sse")).build();
 * client.subscribe("chat/7").on("message", Message.class, message -> show(message));
 * }</pre>
 *
 * <p>A client opens nothing before the first {@code subscribe} or {@code connect}. Channels that
 * are subscribed to in one breath travel in one request; later ones join the open stream. A lost
 * stream is followed by another one, which goes on after the last event seen.
 *
 * <p>Thread-safe. Listeners are called one at a time, in the order of the stream, on the builder's
 * executor. While they are busy, the server is asked for no more than a few kilobytes ahead: if
 * they stay busy, the channel's {@code overflow} decides what they miss. Close a client in the end,
 * or its threads stay.
 */
public final class HeliographClient implements AutoCloseable {
  private final ClientCore core;
  private final Engine engine;
  private final int maxEventBytes;
  private final Set<AnswerStream> answers = ConcurrentHashMap.newKeySet();

  // set once, by close
  private volatile boolean closed;

  HeliographClient(ClientCore core, Engine engine, int maxEventBytes) {
    this.core = core;
    this.engine = engine;
    this.maxEventBytes = maxEventBytes;
  }

  /**
   * Begins to build a client.
   *
   * @param endpoint where the server's streams are, such as {@code https://shop.example/_sse}; a
   *     query is sent along with every request
   * @return a builder
   * @throws IllegalArgumentException if the address is not absolute, or neither http nor https
   */
  public static ClientBuilder builder(URI endpoint) {
    return new ClientBuilder(endpoint);
  }

  /**
   * Where the client is in its life.
   *
   * @return the state at this moment
   */
  public ClientState state() {
    return core.state();
  }

  /**
   * The server's name for this client, for {@code except} on the server. It is a secret of this
   * client, and another one with each connection.
   *
   * @return the name, empty while the client is not connected
   */
  public Optional<String> id() {
    return core.id();
  }

  /**
   * The header that tells the application's server which client a request comes from, so that
   * {@code toOthers} leaves that one out. Ask for it with each request, since the id changes with
   * every connection, and give it to nobody but the server of the stream, as it is a secret.
   *
   * @return {@code Heliograph-Client} with the id, empty while the client is not connected
   */
  public Map<String, String> headers() {
    return id().map(id -> Map.of(Address.CLIENT_HEADER, id)).orElse(Map.of());
  }

  /**
   * Subscribes to a channel. The same channel gives the same subscription, until that was closed as
   * often as it was given. Connects if the client is idle or has failed, and asks again for a
   * refused channel.
   *
   * @param channel the channel's name
   * @return the subscription, to add listeners to
   * @throws IllegalStateException if the client is closed
   */
  public Subscription subscribe(String channel) {
    return core.subscribe(Objects.requireNonNull(channel, "channel"));
  }

  /**
   * Connects, unless the client is connected or trying, and asks again for refused channels.
   *
   * @throws IllegalStateException if the client is closed
   */
  public void connect() {
    core.connect();
  }

  /** Ends the connection until {@code connect}, which resumes: no event is missed. */
  public void disconnect() {
    core.disconnect();
  }

  /**
   * Ends the connection, if there is one, and connects at once.
   *
   * @throws IllegalStateException if the client is closed
   */
  public void reconnect() {
    core.reconnect();
  }

  /**
   * Sends any request, such as a POST, and reads its answer as events, on the executor of the
   * listeners. The request is sent as it is and once only: no token or header of the builder is
   * added but an {@code Accept} where there is none, and an answer that breaks off is not resumed.
   *
   * @param request what to send
   * @param listener hears of the events of the answer
   * @return a future that completes with null at the end of the answer, and fails with an {@link
   *     AnswerException} where the answer is not a {@code text/event-stream} of status 200, with
   *     what the connection or the listener has failed with, or with an {@link
   *     org.heliograph.SseLimitException}; cancelling ends the request
   * @throws IllegalStateException if the client is closed
   */
  public CompletableFuture<Void> stream(HttpRequest request, SseListener listener) {
    core.mustBeOpen();
    AnswerStream answer =
        AnswerStream.open(
            engine.transport(), engine.deliveries(), request, listener, maxEventBytes);
    answers.add(answer);
    Futures.whenDone(answer.end(), (none, failure) -> answers.remove(answer));
    if (closed) { // by another thread, which may have come before the answer was there to be ended
      answer.fail(closedException());
    }
    return answer.end();
  }

  private static ConnectionException closedException() {
    return new ConnectionException("The client was closed", "closed", 0);
  }

  /**
   * Adds a listener for the client's state.
   *
   * @param listener hears of each new state
   * @return removes the listener
   */
  public Registration onState(Consumer<? super ClientState> listener) {
    return core.states.add(listener);
  }

  /**
   * Adds a listener for connections.
   *
   * @param listener hears the server's name for the client, with each welcome
   * @return removes the listener
   */
  public Registration onConnected(Consumer<? super String> listener) {
    return core.connections.add(listener);
  }

  /**
   * Adds a listener for the ends of established connections.
   *
   * @param listener hears why, and whether the client comes back
   * @return removes the listener
   */
  public Registration onDisconnected(Consumer<? super Disconnection> listener) {
    return core.disconnections.add(listener);
  }

  /**
   * Adds a listener for waits.
   *
   * @param listener hears of each wait before another attempt
   * @return removes the listener
   */
  public Registration onReconnecting(Consumer<? super Reconnection> listener) {
    return core.reconnections.add(listener);
  }

  /**
   * Adds a listener for errors.
   *
   * @param listener hears that the connection has failed for good (the state says so), that a
   *     channel was refused (a {@link ChannelException}), that an event could not be read and was
   *     passed over ({@code unreadable}), or that a request for channels of an open stream has
   *     failed and is made again
   * @return removes the listener
   */
  public Registration onError(Consumer<? super ConnectionException> listener) {
    return core.errors.add(listener);
  }

  /**
   * Adds a listener for the events of all subscribed channels.
   *
   * @param listener hears of each event, before the listeners of its subscription
   * @return removes the listener
   */
  public Registration onEvent(Consumer<? super ChannelEvent> listener) {
    return core.events.add(listener);
  }

  /**
   * Ends the connection, all subscriptions and all answers for good, and frees the client's
   * threads; a listener that is being called is not interrupted. Harmless if the client is closed.
   */
  @Override
  public void close() {
    closed = true;
    answers.forEach(answer -> answer.fail(closedException()));
    core.close();
  }
}
