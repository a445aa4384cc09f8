package org.heliograph.internal.eventstream.life;

/** Whoever wants to know what became of an item. Called on any thread, and not to hold it up. */
@FunctionalInterface
public interface Receipt {
  /** Nobody wants to know. */
  Receipt NONE = sent -> {};

  /** The item has been handed to the server, or it never will be. */
  void given(boolean sent);
}
