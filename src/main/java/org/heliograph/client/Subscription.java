package org.heliograph.client;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.heliograph.internal.client.http.Refusal;

/**
 * One channel of a {@link HeliographClient}, the same object for everyone who subscribes to it.
 * Thread-safe; listeners are called one at a time and in the order of the stream.
 */
public final class Subscription implements AutoCloseable {
  private final String channel;
  private final Decoding decoding;
  private final Executor deliveries;
  private final Consumer<Subscription> release;

  private final Map<String, Listeners<ChannelEvent>> byName = new ConcurrentHashMap<>();
  private final Listeners<ChannelEvent> all = new Listeners<>();
  private final Listeners<ChannelException> errors = new Listeners<>();
  private final Listeners<Recovery> recoveries = new Listeners<>();
  private final Listeners<OptionalLong> gaps = new Listeners<>();

  @GuardedBy("this")
  private final List<CompletableFuture<Recovery>> waiting = new ArrayList<>();

  @GuardedBy("this")
  private SubscriptionStatus status = SubscriptionStatus.PENDING;

  /** Why the channel is not granted; null where that is not decided, or it is granted. */
  @GuardedBy("this")
  private ConnectionException failure;

  /** What the server said with the last grant; null before the first. */
  @GuardedBy("this")
  private Recovery grant;

  Subscription(
      String channel, Decoding decoding, Executor deliveries, Consumer<Subscription> release) {
    this.channel = channel;
    this.decoding = decoding;
    this.deliveries = deliveries;
    this.release = release;
  }

  /**
   * The channel.
   *
   * @return its name
   */
  public String channel() {
    return channel;
  }

  /**
   * Where the subscription is in its life.
   *
   * @return the status at this moment
   */
  public synchronized SubscriptionStatus status() {
    return status;
  }

  /**
   * Waits until the channel is granted on the present connection.
   *
   * @return a future that completes with what the server says of missed events, and fails with a
   *     {@link ChannelException} where the channel is refused or the subscription closed, with a
   *     {@link ConnectionException} where the connection fails for good
   */
  public CompletableFuture<Recovery> ready() {
    CompletableFuture<Recovery> ready = new CompletableFuture<>();
    synchronized (this) {
      waiting.add(ready);
      settle();
    }
    return ready;
  }

  /**
   * Adds a listener for the events of one name.
   *
   * @param event the name; {@code message} for events without one
   * @param listener hears of each event, with its payload as JSON text
   * @return removes the listener
   */
  public Registration on(String event, Consumer<? super ChannelEvent> listener) {
    return byName.computeIfAbsent(event, name -> new Listeners<>()).add(listener);
  }

  /**
   * Adds a listener for the payloads of the events of one name. A payload that does not fit the
   * type is logged, and the listener does not hear of it.
   *
   * @param event the name; {@code message} for events without one
   * @param type of the payloads
   * @param listener hears of each payload; of null where an event has none
   * @param <T> the type of the payloads
   * @return removes the listener
   * @throws IllegalStateException if the builder was given no decoder and JSON-B is not there
   */
  public <T> Registration on(String event, Class<T> type, Consumer<? super T> listener) {
    return on(event, decoding.decoded(type, listener));
  }

  /**
   * Adds a listener for events of every name.
   *
   * @param listener hears of each event
   * @return removes the listener
   */
  public Registration onAny(Consumer<? super ChannelEvent> listener) {
    return all.add(listener);
  }

  /**
   * Adds a listener for refusals.
   *
   * @param listener hears that the channel was refused or taken away
   * @return removes the listener
   */
  public Registration onError(Consumer<? super ChannelException> listener) {
    return errors.add(listener);
  }

  /**
   * Adds a listener for grants that follow another one, after a lost stream.
   *
   * @param listener hears whether events were missed
   * @return removes the listener
   */
  public Registration onRecovered(Consumer<? super Recovery> listener) {
    return recoveries.add(listener);
  }

  /**
   * Adds a listener for gaps: the server had to skip events because this client was too slow, or
   * has lost some itself.
   *
   * @param listener hears how many events were skipped, at most; empty where nobody knows
   * @return removes the listener
   */
  public Registration onGap(Consumer<? super OptionalLong> listener) {
    return gaps.add(listener);
  }

  /**
   * Takes back one {@code subscribe}; the last {@code close} ends the subscription at the server
   * too. Listeners stay until then.
   */
  @Override
  public void close() {
    release.accept(this);
  }

  void deliver(ChannelEvent event) {
    Listeners<ChannelEvent> named = byName.get(event.name());
    if (named != null) {
      named.tell(event);
    }
    all.tell(event);
  }

  void tellGap(OptionalLong missed) {
    deliveries.execute(() -> gaps.tell(missed));
  }

  synchronized void onGranted(Recovery recovery) {
    boolean again = grant != null;
    grant = recovery;
    become(SubscriptionStatus.SUBSCRIBED, null);
    if (again) {
      deliveries.execute(() -> recoveries.tell(recovery));
    }
  }

  void onRefused(ChannelException refusal) {
    become(SubscriptionStatus.REJECTED, refusal);
    deliveries.execute(() -> errors.tell(refusal));
  }

  void end() {
    become(SubscriptionStatus.CLOSED, new ChannelException(new Refusal(channel, 0, "closed", "")));
  }

  /** Takes a new status; a failure says why the channel is not granted. */
  synchronized void become(SubscriptionStatus next, ConnectionException why) {
    if (status != SubscriptionStatus.CLOSED) {
      status = next;
      failure = why;
      settle();
    }
  }

  /** Completes the futures of {@code ready} where the present status decides them. */
  @GuardedBy("this")
  private void settle() {
    if (failure == null && status != SubscriptionStatus.SUBSCRIBED) {
      return;
    }
    for (CompletableFuture<Recovery> future : waiting) {
      ConnectionException why = failure;
      Recovery said = grant;
      // what the application hangs on a future runs where its listeners do
      deliveries.execute(
          why == null ? () -> future.complete(said) : () -> future.completeExceptionally(why));
    }
    waiting.clear();
  }
}
