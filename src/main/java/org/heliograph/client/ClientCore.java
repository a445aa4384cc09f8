package org.heliograph.client;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.heliograph.internal.client.http.Credentials;
import org.heliograph.internal.client.http.Ending;
import org.heliograph.internal.client.http.Exchange;
import org.heliograph.internal.client.http.Refusal;
import org.heliograph.internal.client.link.LinkListener;
import org.heliograph.internal.client.link.LinkSettings;
import org.heliograph.internal.client.link.StreamLink;
import org.heliograph.internal.client.loop.Engine;

/**
 * The state of a client: what its application asks for, from any thread, and what its link tells,
 * on the loop's thread.
 */
final class ClientCore implements LinkListener {
  final Listeners<ClientState> states = new Listeners<>();
  final Listeners<String> connections = new Listeners<>();
  final Listeners<Disconnection> disconnections = new Listeners<>();
  final Listeners<Reconnection> reconnections = new Listeners<>();
  final Listeners<ConnectionException> errors = new Listeners<>();
  final Listeners<ChannelEvent> events = new Listeners<>();

  private final Engine engine;
  private final Decoding decoding;
  private final StreamLink link;

  private final SubscriptionTable subscriptions;

  // written by the loop, read by all
  private volatile ClientState state = ClientState.IDLE;
  private volatile Optional<String> id = Optional.empty();

  ClientCore(LinkSettings settings, Credentials credentials, Engine engine, Decoding decoding) {
    this.engine = engine;
    this.decoding = decoding;
    this.subscriptions = new SubscriptionTable(this::subscription, this::join, this::leave);
    this.link =
        new StreamLink(
            settings,
            new Exchange.Client(engine.transport(), credentials, engine.loop()::execute),
            engine.loop(),
            engine.deliveries(),
            this);
  }

  ClientState state() {
    return state;
  }

  Optional<String> id() {
    return id;
  }

  Subscription subscribe(String channel) {
    return subscriptions.join(channel);
  }

  private Subscription subscription(String channel) {
    return new Subscription(channel, decoding, engine.deliveries(), subscriptions::leave);
  }

  private void join(Subscription subscription) {
    engine
        .loop()
        .execute(
            () -> {
              want(subscription);
              if (state == ClientState.IDLE || state == ClientState.FAILED) {
                link.open();
              }
            });
  }

  private void leave(Subscription subscription) {
    engine.loop().execute(() -> link.remove(subscription.channel()));
  }

  /** Asks for a channel, unless it is granted or asked for. */
  private void want(Subscription subscription) {
    if (subscription.status() == SubscriptionStatus.CLOSED) {
      return;
    }
    if (subscription.status() != SubscriptionStatus.SUBSCRIBED) {
      subscription.become(SubscriptionStatus.PENDING, null);
    }
    link.add(subscription.channel());
  }

  void connect() {
    mustBeOpen();
    engine
        .loop()
        .execute(
            () -> {
              subscriptions.all().forEach(this::want);
              link.open();
            });
  }

  void reconnect() {
    connect();
    engine.loop().execute(link::restart);
  }

  void disconnect() {
    engine.loop().execute(() -> stop(ClientState.DISCONNECTED));
  }

  void close() {
    engine.life().closing();
    if (subscriptions.close()) {
      engine
          .loop()
          .execute(
              () -> {
                stop(ClientState.CLOSED);
                engine.deliveries().execute(decoding::close);
                engine.transport().close();
                engine.life().shutdown();
              });
    }
    engine.life().awaitEnd();
  }

  void mustBeOpen() {
    subscriptions.mustBeOpen();
  }

  private void stop(ClientState next) {
    link.stop();
    become(next, Optional.empty(), "client", null);
  }

  private void become(
      ClientState next, Optional<String> name, String reason, ConnectionException failure) {
    ClientState before = state;
    state = next;
    id = name;
    if (before == next) {
      return;
    }
    if (name.isEmpty()) {
      subscriptions.all().stream()
          .filter(subscription -> subscription.status() != SubscriptionStatus.REJECTED)
          .forEach(subscription -> subscription.become(SubscriptionStatus.PENDING, failure));
    }
    tell(states, next);
    if (before == ClientState.CONNECTED) {
      tell(disconnections, new Disconnection(reason, next.isActive()));
    }
  }

  private <T> void tell(Listeners<T> some, T value) {
    engine.deliveries().execute(() -> some.tell(value));
  }

  @Override
  public void onConnecting() {
    become(ClientState.CONNECTING, Optional.empty(), "client", null);
  }

  @Override
  public void onConnected(String client) {
    become(ClientState.CONNECTED, Optional.of(client), "client", null);
    tell(connections, client);
  }

  @Override
  public void onWaiting(int attempt, long delay, Ending cause) {
    // only an end that nothing follows is news to those who wait for a channel
    become(ClientState.RECONNECTING, Optional.empty(), cause.code(), null);
    Duration wait = Duration.ofMillis(delay);
    tell(reconnections, new Reconnection(attempt, wait, ConnectionException.of(cause)));
  }

  @Override
  public void onStopped(boolean byServer, Ending ending) {
    ConnectionException cause = ConnectionException.of(ending);
    become(
        byServer ? ClientState.CLOSED : ClientState.FAILED, Optional.empty(), ending.code(), cause);
    if (!byServer) {
      tell(errors, cause);
    }
  }

  @Override
  public void onTrouble(Ending cause) {
    tell(errors, ConnectionException.of(cause));
  }

  @Override
  public void onGranted(String channel, boolean recovered, long replayed) {
    asking(channel).ifPresent(found -> found.onGranted(new Recovery(recovered, replayed)));
  }

  @Override
  public void onRefused(Refusal refusal) {
    asking(refusal.channel())
        .ifPresent(
            found -> {
              ChannelException cause = new ChannelException(refusal);
              tell(errors, cause);
              found.onRefused(cause);
            });
  }

  @Override
  public void onGap(String channel, OptionalLong missed) {
    asking(channel).ifPresent(found -> found.tellGap(missed));
  }

  @Override
  public void onEvent(String channel, String name, Optional<String> json, String eventId) {
    asking(channel)
        .ifPresent(
            found -> {
              ChannelEvent event = new ChannelEvent(channel, name, json, eventId);
              engine.deliveries().execute(() -> deliver(found, event));
            });
  }

  /** A subscription that has been closed meanwhile hears no more. */
  private void deliver(Subscription subscription, ChannelEvent event) {
    if (subscription.status() != SubscriptionStatus.CLOSED) {
      events.tell(event);
      subscription.deliver(event);
    }
  }

  private Optional<Subscription> asking(String channel) {
    return subscriptions
        .find(channel)
        .filter(found -> found.status() != SubscriptionStatus.REJECTED);
  }
}
