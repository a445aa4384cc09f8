package org.heliograph.internal.stream;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.heliograph.internal.delivery.Drainable;
import org.heliograph.internal.log.Cursor;
import org.heliograph.internal.stream.request.Grant;

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

  /** {@return the names of the channels} */
  Set<String> channels() {
    return all.stream().map(Subscription::channel).collect(Collectors.toUnmodifiableSet());
  }

  /**
   * {@return the places of the subscriptions whose grants hold now, in the same order} It is what a
   * drain goes through, and may come before anybody has looked after what has expired.
   *
   * @param clock milliseconds, as those of the ends
   */
  List<Cursor<Drainable>> cursors(LongSupplier clock) {
    if (nextExpiry == Long.MAX_VALUE) {
      return cursors;
    }
    long now = clock.getAsLong();
    return now < nextExpiry
        ? cursors
        : all.stream().filter(one -> now < one.expiresAt()).map(Subscription::cursor).toList();
  }

  /** {@return the names of the channels whose grants have no end} */
  Set<String> channelsForGood() {
    return all.stream()
        .filter(one -> one.expiresAt() == Long.MAX_VALUE)
        .map(Subscription::channel)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** {@return the places of all subscriptions} */
  List<Cursor<Drainable>> places() {
    return cursors;
  }

  /** {@return when the first subscription expires, in milliseconds of the hub's clock} */
  long nextExpiry() {
    return nextExpiry;
  }

  /** {@return the same subscriptions, which hold longer where a grant says so} */
  SubscriptionList renewedBy(Map<String, Grant> grants, long now) {
    return map(
        one ->
            Optional.ofNullable(grants.get(one.channel()))
                .map(grant -> one.renewedBy(grant, now))
                .orElse(one));
  }

  /** {@return the same subscriptions, each changed} */
  SubscriptionList map(UnaryOperator<Subscription> change) {
    return new SubscriptionList(all.stream().map(change).toList());
  }

  SubscriptionList with(List<Subscription> more) {
    return new SubscriptionList(Stream.concat(all.stream(), more.stream()).toList());
  }

  SubscriptionList without(Collection<Subscription> less) {
    Set<Subscription> leaving = Set.copyOf(less);
    return new SubscriptionList(all.stream().filter(one -> !leaving.contains(one)).toList());
  }
}
