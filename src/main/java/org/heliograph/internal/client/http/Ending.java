package org.heliograph.internal.client.http;

import java.util.List;
import java.util.OptionalLong;

/**
 * Why a stream or a request ended, and what follows.
 *
 * @param next what follows
 * @param code a stable word for the cause
 * @param status the HTTP status; 0 where no answer came
 * @param message a sentence for people
 * @param delay the wait that the server asked for, in milliseconds
 * @param channels the refused channels that are the cause
 */
public record Ending(
    Next next,
    String code,
    int status,
    String message,
    OptionalLong delay,
    List<Refusal> channels) {

  /** What follows the end of a stream. */
  public enum Next {
    /** A new stream after a wait. */
    RETRY,
    /** A new stream at once. */
    AGAIN,
    /** None: asking again would not mend it. */
    FAILED,
    /** None: the server wants it so. */
    CLOSED
  }

  /**
   * Makes an ending without a delay and without channels.
   *
   * @param next what follows
   * @param code a stable word for the cause
   * @param status the HTTP status; 0 where no answer came
   * @param message a sentence for people
   */
  public Ending(Next next, String code, int status, String message) {
    this(next, code, status, message, OptionalLong.empty(), List.of());
  }

  /** {@return the ending that a failure without an answer means: the network was lost} */
  public static Ending lost(String message) {
    return new Ending(Next.RETRY, "network", 0, message);
  }

  /** {@return the ending that a failure means: all but an answer stands for a lost network} */
  public static Ending of(Throwable failure) {
    return lost(String.valueOf(Futures.unwrapped(failure)));
  }

  /** {@return whether a request was refused as a whole, which one with fewer may not be} */
  public boolean isTooMuch() {
    return code.equals("http")
        && channels.isEmpty()
        && (status == 400 || status == 413 || status == 414 || status == 431);
  }

  /** {@return the same cause with something else to follow} */
  public Ending followedBy(Next other) {
    return new Ending(other, code, status, message, delay, channels);
  }
}
