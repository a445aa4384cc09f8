package org.heliograph.internal.log.epoch;

/**
 * Where a position is on this node.
 *
 * @param kind what is known of the position
 * @param ordinal up to where a client at this position has seen the log, in the order of this node;
 *     0 if nobody knows
 */
public record Location(Kind kind, long ordinal) {
  static final Location UNKNOWN = new Location(Kind.UNKNOWN, 0);
  static final Location AHEAD = new Location(Kind.AHEAD, 0);

  /** What is known of a position. */
  public enum Kind {
    /** The place is exact, though perhaps this node has not got there yet. */
    EXACT,
    /** The position belongs to a part of the log that is gone, and was never on this node. */
    LOST,
    /** The epoch is none of this log, or was forgotten long ago. */
    UNKNOWN,
    /** The epoch is newer than those that this node knows. */
    AHEAD
  }

  static Location exact(long ordinal) {
    return new Location(Kind.EXACT, ordinal);
  }

  static Location lost(long ordinal) {
    return new Location(Kind.LOST, ordinal);
  }
}
