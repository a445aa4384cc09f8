package org.heliograph.client;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The subscriptions of a client by their channels, each counted: the last who closes one ends it.
 * What is to happen besides happens under this table's lock, so that it happens in the same order.
 */
final class SubscriptionTable {
  private final Function<String, Subscription> make;
  private final Consumer<Subscription> onJoin;
  private final Consumer<Subscription> onEnd;

  @GuardedBy("this")
  private final Map<String, Held> held = new HashMap<>();

  @GuardedBy("this")
  private boolean closed;

  /** A subscription, and how often it was asked for without having been closed. */
  private record Held(Subscription subscription, int times) {}

  /**
   * Makes a table.
   *
   * @param make makes a subscription to a channel
   * @param onJoin hears of each time that one is asked for
   * @param onEnd hears of each one that has ended
   */
  SubscriptionTable(
      Function<String, Subscription> make,
      Consumer<Subscription> onJoin,
      Consumer<Subscription> onEnd) {
    this.make = make;
    this.onJoin = onJoin;
    this.onEnd = onEnd;
  }

  synchronized Subscription join(String channel) {
    mustBeOpen();
    Held before = held.get(channel);
    Subscription subscription = before == null ? make.apply(channel) : before.subscription();
    held.put(channel, new Held(subscription, before == null ? 1 : before.times() + 1));
    onJoin.accept(subscription);
    return subscription;
  }

  /** Takes back one {@code join}; harmless where a subscription is closed too often. */
  synchronized void leave(Subscription subscription) {
    Held before = held.get(subscription.channel());
    if (before == null || before.subscription() != subscription) {
      return;
    }
    if (before.times() > 1) {
      held.put(subscription.channel(), new Held(subscription, before.times() - 1));
    } else {
      held.remove(subscription.channel());
      end(subscription);
    }
  }

  /** Ends all subscriptions for good, and {@return whether this call was the first}. */
  synchronized boolean close() {
    boolean first = !closed;
    closed = true;
    all().forEach(this::end);
    held.clear();
    return first;
  }

  @GuardedBy("this")
  private void end(Subscription subscription) {
    subscription.end();
    onEnd.accept(subscription);
  }

  /**
   * Checks that the table is not closed.
   *
   * @throws IllegalStateException if it is
   */
  synchronized void mustBeOpen() {
    if (closed) {
      throw new IllegalStateException("The client is closed; build another one");
    }
  }

  synchronized List<Subscription> all() {
    return held.values().stream().map(Held::subscription).toList();
  }

  /** {@return the subscription to a channel, unless it was closed while the news was under way} */
  synchronized Optional<Subscription> find(String channel) {
    return Optional.ofNullable(held.get(channel)).map(Held::subscription);
  }
}
