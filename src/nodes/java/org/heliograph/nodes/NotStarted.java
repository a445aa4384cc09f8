package org.heliograph.nodes;

/** A server has ended instead of answering. */
final class NotStarted extends RuntimeException {
  private static final long serialVersionUID = 1;

  NotStarted(String message) {
    super(message);
  }
}
