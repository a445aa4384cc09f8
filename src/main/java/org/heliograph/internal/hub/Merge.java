package org.heliograph.internal.hub;

import java.util.List;

/** Puts the new frames of several channels into one batch, in the order of their sequence. */
enum Merge {
  /** Nothing is left up to the head. */
  DONE,
  /** There is more than fits. */
  FULL,
  /** A client lags, and its channel's policy is to end the stream. */
  LAGGING;

  static Merge into(Batch batch, List<Subscription> subscriptions, long head) {
    List<Subscription> active = batch.active();
    try {
      for (Subscription subscription : subscriptions) {
        Merge result = catchUp(batch, subscription, head);
        if (result != DONE) {
          return result;
        }
        if (subscription.peek(head) != null) {
          active.add(subscription);
        }
      }
      return merge(batch, active, head);
    } finally {
      active.clear();
      subscriptions.forEach(Subscription::settle);
    }
  }

  private static Merge merge(Batch batch, List<Subscription> active, long head) {
    while (!active.isEmpty()) {
      Subscription oldest = oldest(active, head);
      if (!batch.add(oldest.peek(head))) {
        return FULL;
      }
      oldest.take();
      Merge result = catchUp(batch, oldest, head);
      if (result != DONE) {
        return result;
      }
      if (oldest.peek(head) == null) {
        active.remove(oldest);
      }
    }
    return DONE;
  }

  private static Subscription oldest(List<Subscription> active, long head) {
    Subscription oldest = active.get(0);
    for (int i = 1; i < active.size(); i++) {
      if (active.get(i).peek(head).sequence < oldest.peek(head).sequence) {
        oldest = active.get(i);
      }
    }
    return oldest;
  }

  /** Deals with frames that were dropped before their time (PROTOCOL section 5). */
  private static Merge catchUp(Batch batch, Subscription subscription, long head) {
    while (subscription.isLagging()
        && (subscription.channel.log.overflow() == Overflow.LATEST
            || subscription.peek(head) == null)) {
      if (subscription.channel.log.overflow() == Overflow.DISCONNECT) {
        return LAGGING;
      }
      subscription.skip();
    }
    if (subscription.missed() == 0) {
      return DONE;
    }
    if (!batch.add(Control.gap(subscription.channel.name, subscription.missed()))) {
      return FULL;
    }
    subscription.missedIsTold();
    return DONE;
  }
}
