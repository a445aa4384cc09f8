package org.heliograph.internal.hub;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What the hub knows of one channel name: its log and its subscribers. Everything but the final
 * fields and {@link #subscriberCount} is used under the hub's lock.
 */
final class ActiveChannel {
  final String name;
  final ChannelLog log;

  /** Appends that no pass has begun to deliver; whoever raises it from zero queues a pass. */
  final AtomicInteger undelivered = new AtomicInteger();

  /** When the next pass may begin; set by the pass that ends. */
  volatile long restUntil = Long.MIN_VALUE;

  private final Set<Subscription> subscribers = new LinkedHashSet<>();

  private volatile int subscriberCount;
  private Subscription[] snapshot; // null when it is out of date, so that nobody is kept by it
  private long slowestJoiner = Long.MAX_VALUE;

  ActiveChannel(String name, ChannelLog log) {
    this.name = name;
    this.log = log;
  }

  int subscriberCount() {
    return subscriberCount;
  }

  /** Whether nothing would be lost if the channel were forgotten. */
  boolean isIdle() {
    return subscribers.isEmpty() && log.isEmpty() && undelivered.get() == 0;
  }

  void join(Subscription subscription) {
    subscribers.add(subscription);
    slowestJoiner = Math.min(slowestJoiner, subscription.passed());
    log.joined(subscription.passed());
    count();
  }

  void leave(Subscription subscription) {
    if (subscribers.remove(subscription)) {
      count();
      if (subscribers.isEmpty()) {
        log.passed(Long.MAX_VALUE);
      }
    }
  }

  /** All subscribers, for one pass over them. A copy is made only if they have changed. */
  Subscription[] beginPass() {
    slowestJoiner = Long.MAX_VALUE;
    if (snapshot == null) {
      snapshot = subscribers.toArray(Subscription[]::new);
    }
    return snapshot;
  }

  /** Notes how far the slowest of them is, those who came during the pass included. */
  void endPass(long slowest) {
    log.passed(subscribers.isEmpty() ? Long.MAX_VALUE : Math.min(slowest, slowestJoiner));
  }

  /** Finds out how far the slowest is, when there has been no pass to tell. */
  void review() {
    log.passed(subscribers.stream().mapToLong(Subscription::passed).min().orElse(Long.MAX_VALUE));
  }

  private void count() {
    snapshot = null;
    subscriberCount = subscribers.size();
  }
}
