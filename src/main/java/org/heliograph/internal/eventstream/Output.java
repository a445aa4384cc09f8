package org.heliograph.internal.eventstream;

import java.util.concurrent.CompletableFuture;
import org.heliograph.SseEvent;

/** Where the events of a stream go. Thread-safe; after its end it drops what it is given. */
interface Output {

  /**
   * Sends an item after those before it.
   *
   * @param sent completed with whether the item has been handed on
   * @throws IllegalArgumentException if the item cannot be sent; nothing has been sent then
   */
  void put(Object item, CompletableFuture<Boolean> sent);

  /** Sends an item whose way nobody follows. */
  default void put(Object item) {
    put(item, new CompletableFuture<>());
  }

  /** Sends an event in place of the last one that was given here, if that still waits. */
  void replace(SseEvent event);

  /**
   * Waits until another item may be drawn.
   *
   * @return false if none may, because the output has ended
   */
  boolean awaitRoom() throws InterruptedException;

  /** Has something run, by no thread of the hub, as soon as another item may be drawn. */
  void onRoom(Runnable draw);

  /** How many items wait to be sent. */
  int waiting();

  /** Ends the output after what it was given; nothing happens if it has ended. */
  void end();

  /**
   * Ends the output with a last event, which nothing can come after.
   *
   * @throws RuntimeException if the event cannot be sent; the output has not ended then
   */
  void end(SseEvent last);

  /** Drops what waits. */
  void clear();

  /** Looks after the output every now and then. */
  void tick(long now);
}
