package org.heliograph.streams;

import java.util.concurrent.CompletionStage;

/**
 * The hand by which an application writes a stream. Thread-safe: events of one thread keep their
 * order.
 */
public interface EventOutput {

  /**
   * Sends an {@link org.heliograph.SseEvent}, or any other object as JSON in an event without a
   * name. Whoever sends faster than the client reads waits for the result: a client that is more
   * than 256 events behind is told {@code error}, and the stream ends.
   *
   * @param item what to send, not null
   * @return whether the event has been handed to the server: false where the stream has ended; the
   *     stage never fails
   * @throws IllegalArgumentException if JSON-B cannot turn the item into JSON, or the item is an
   *     event that no client would see; the stream goes on
   * @throws NullPointerException if the item is null
   */
  CompletionStage<Boolean> send(Object item);

  /**
   * Sends a comment, which no client takes for an event.
   *
   * @param text any text; each of its lines becomes a line of the comment
   * @return whether the comment has been handed to the server, as with {@link #send}
   * @throws NullPointerException if the text is null
   */
  CompletionStage<Boolean> comment(String text);

  /**
   * Registers a clean-up, which is called once when the stream has ended for whatever reason; at
   * once if it has ended already.
   *
   * @param cleanUp what to do; what it throws is logged
   * @throws NullPointerException if the clean-up is null
   */
  void onClose(Runnable cleanUp);

  /**
   * Tells whether the stream takes events.
   *
   * @return false once the stream has been closed, has failed or has lost its client
   */
  boolean isOpen();

  /**
   * Ends the stream with {@code error}, after what was sent. Nothing happens if it has ended.
   *
   * @param failure a {@link StreamException} gives the message for the reader; any other is logged
   * @throws NullPointerException if the failure is null
   */
  void fail(Throwable failure);

  /** Ends the stream after what was sent. Nothing happens if it has ended. */
  void close();
}
