package org.heliograph.internal.hub;

import org.heliograph.Broadcast;
import org.heliograph.BroadcastFailedException;
import org.heliograph.UnknownChannelException;
import org.heliograph.internal.log.Message;
import org.heliograph.internal.log.Position;

/** Takes broadcasts until the hub is closed, and refuses them from then on. Thread-safe. */
public interface Publisher {

  /**
   * Checks and encodes a broadcast without sending it.
   *
   * @throws UnknownChannelException if no pattern declares one of the channels
   * @throws IllegalArgumentException if the payload cannot be turned into JSON or is too large, or
   *     the name of a channel is malformed
   * @throws IllegalStateException if the hub is closed
   */
  Message prepare(Broadcast broadcast);

  /**
   * Gives a message its place and has it delivered; touches no socket of a client. Where nodes
   * share a log, waits until the message has come back from there. A message for several channels
   * takes places next to each other.
   *
   * @return the place of the message, or the last of its places
   * @throws IllegalStateException if the hub is closed
   * @throws BroadcastFailedException if the message has not come back in time, or cannot be sent
   */
  Position publish(Message message);

  /**
   * Keeps room for a message of a transaction, until that ends.
   *
   * @throws IllegalStateException if the hub is closed
   * @throws BroadcastFailedException if there is no room
   */
  Reservation reserve(Message message);

  /** A message for which room is kept. Exactly one of the methods is called, once. */
  interface Reservation {

    /**
     * Publishes the message after those published so before, and does not wait.
     *
     * @throws IllegalStateException if the hub is closed
     */
    void publish();

    /** Gives back the room, as the transaction has rolled back. */
    void release();
  }

  /** Refuses broadcasts from now on. */
  void close();
}
