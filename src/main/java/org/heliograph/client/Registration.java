package org.heliograph.client;

/** A listener that has been added, to be removed again. */
@FunctionalInterface
public interface Registration {

  /** Removes the listener; harmless if that was done before. */
  void remove();
}
