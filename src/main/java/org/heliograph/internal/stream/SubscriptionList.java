package org.heliograph.internal.stream;

import java.util.List;
import java.util.stream.Stream;
import org.heliograph.internal.delivery.Drainable;
import org.heliograph.internal.log.Cursor;

/** The subscriptions of one stream at one moment. Immutable. */
final class SubscriptionList {
  static final SubscriptionList EMPTY = new SubscriptionList(List.of());

  private final List<Subscription> all;
  private final List<Cursor<Drainable>> cursors;
  private final long nextExpiry;

  private SubscriptionList(List<Subscription> all) {
    this.all = all;
    this.cursors = List.copyOf(all.stream().map(Subscription::cursor).toList());
    this.nextExpiry = all.stream().mapToLong(Subscription::expiresAt).min().orElse(Long.MAX_VALUE);
  }

  List<Subscription> all() {
    return all;
  }

  /** {@return the places of all subscriptions, in the same order: what a drain goes through} */
  List<Cursor<Drainable>> cursors() {
    return cursors;
  }

  /** {@return when the first subscription expires, in milliseconds of the hub's clock} */
  long nextExpiry() {
    return nextExpiry;
  }

  SubscriptionList with(Subscription more) {
    return new SubscriptionList(Stream.concat(all.stream(), Stream.of(more)).toList());
  }

  SubscriptionList without(Subscription less) {
    return new SubscriptionList(all.stream().filter(one -> !one.equals(less)).toList());
  }
}
