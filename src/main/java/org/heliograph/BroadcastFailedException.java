package org.heliograph;

/**
 * Thrown to a publisher whose broadcast did not get to all nodes in time, because the engine of
 * {@code heliograph.cluster.engine} does not answer, answers with an error, or because no more room
 * is left for broadcasts that wait for a commit; and to whoever ends streams or subscriptions of
 * other nodes that cannot be reached. An application without an engine never gets it.
 */
public class BroadcastFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Whether the broadcast may go out all the same. */
  private final boolean uncertain;

  /**
   * Makes the exception.
   *
   * @param message what has failed
   * @param uncertain whether the broadcast was under way, so that it may go out all the same
   */
  public BroadcastFailedException(String message, boolean uncertain) {
    super(message);
    this.uncertain = uncertain;
  }

  /**
   * Makes the exception.
   *
   * @param message what has failed
   * @param uncertain whether the broadcast was under way, so that it may go out all the same
   * @param cause what the engine has answered
   */
  public BroadcastFailedException(String message, boolean uncertain, Throwable cause) {
    super(message, cause);
    this.uncertain = uncertain;
  }

  /**
   * Tells what becomes of the broadcast.
   *
   * @return false if it has been withdrawn: nobody gets it, and sending it again cannot double it;
   *     true if it was under way: this node goes on trying, so whoever sends it again may have it
   *     delivered twice
   */
  public boolean uncertain() {
    return uncertain;
  }
}
