package org.heliograph.bench.subject;

/** Which streams get which events. */
public enum Layout {
  /** All streams have one channel. */
  ONE,
  /** Each stream has the same ten channels, to which events go in turn. */
  TEN,
  /** Each stream has a channel of its own, and each event goes to all of them. */
  OWN;

  /** The channels of a stream of {@link #TEN}. */
  static final int CHANNELS = 10;
}
