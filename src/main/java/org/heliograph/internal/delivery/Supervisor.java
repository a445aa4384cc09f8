package org.heliograph.internal.delivery;

/** Whoever sees to it that the workers work. */
interface Supervisor {

  /** A drain has begun; called by workers all the time, so it must be cheap. */
  void watch();

  /** Whether the workers shall end. */
  boolean isStopped();
}
