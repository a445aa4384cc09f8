package org.heliograph.client;

/** Where a {@link Subscription} is in its life. */
public enum SubscriptionStatus {
  /** The server has not granted the channel on the present stream, or not yet. */
  PENDING,
  /** The server has granted the channel, and events flow. */
  SUBSCRIBED,
  /**
   * The server has refused the channel or taken it away; {@link HeliographClient#subscribe} for the
   * same channel, or {@link HeliographClient#connect}, asks again.
   */
  REJECTED,
  /** The subscription was ended by {@link Subscription#close}. */
  CLOSED
}
