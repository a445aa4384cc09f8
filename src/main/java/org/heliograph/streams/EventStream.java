package org.heliograph.streams;

import java.util.concurrent.CompletionStage;

/** A stream of an application's own that has begun. Thread-safe. */
public interface EventStream {

  /**
   * Stops the stream: its readers are told {@code error} with the message {@code Cancelled}, a job
   * is interrupted and a source is closed. Nothing happens if the stream has ended.
   */
  void cancel();

  /**
   * Tells whether the stream goes on.
   *
   * @return false once the stream has ended, been cancelled or lost its client
   */
  boolean isRunning();

  /**
   * The end of the stream.
   *
   * @return a stage that completes with null when the stream has ended for whatever reason and all
   *     code of the application that it ran has returned; it never fails
   */
  CompletionStage<Void> ended();
}
