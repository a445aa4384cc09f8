package org.heliograph.internal.delivery;

/** What a task may ask of the worker that runs it. */
interface Drainer {

  /**
   * Drains a connection that the caller owns.
   *
   * @param from the pass that the connection belongs to, null for none
   * @return false if another worker has taken this one's place meanwhile, and goes on with the pass
   */
  boolean drain(Drainable connection, Pass from);
}
