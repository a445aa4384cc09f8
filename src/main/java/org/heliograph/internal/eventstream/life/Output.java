package org.heliograph.internal.eventstream.life;

import org.heliograph.SseEvent;

/** Where the events of a stream go. Thread-safe; after its end it drops what it is given. */
public interface Output {

  /**
   * Sends an item after those before it, unless too many wait.
   *
   * @param capacity how many may wait
   * @return false if so many wait already: then nothing is sent
   * @throws IllegalArgumentException if the item cannot be sent
   * @throws NullPointerException if the item is null
   */
  boolean offer(Object item, int capacity, Receipt receipt);

  /** Sends an event in place of the last one that was given here, if that still waits. */
  void replace(SseEvent event);

  /**
   * Waits until another item may be drawn.
   *
   * @return false if none may, because the output has ended
   */
  boolean awaitRoom() throws InterruptedException;

  /** Has the application's code run as soon as another item may be drawn. */
  void onRoom(RunningStream.Body draw);

  /** Whether an item waits to be sent. */
  boolean isBusy();

  /** Ends the output after what it was given; nothing happens if it has ended. */
  void end();

  /**
   * Ends the output with a last event, which nothing can come after.
   *
   * @throws RuntimeException if the event cannot be sent; the output has not ended then
   */
  void end(SseEvent last);

  /**
   * Ends the output with {@code error}.
   *
   * @throws RuntimeException if that cannot be sent; the output has not ended then
   */
  void fail(String message);

  /** Drops what waits. */
  void clear();

  /** Ends the output at once. */
  void abort();

  /** Looks after the output every now and then. */
  void tick(long now);
}
