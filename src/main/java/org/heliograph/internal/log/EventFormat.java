package org.heliograph.internal.log;

/** How application events look on one stream (PROTOCOL section 3). */
public enum EventFormat {
  /** Unnamed events that carry channel, event name and payload as JSON. */
  ENVELOPE,
  /** The event's own name and payload, for hand-written clients of one channel. */
  PLAIN
}
