package org.heliograph.internal.log.epoch;

/**
 * One epoch, as a node has lived through it. What has the sequence n in it has the ordinal n +
 * offset.
 *
 * @param name the epoch as clients read it
 * @param number the epoch's number; -1 for the epoch of a log that is not shared
 * @param kept the sequence of the last entry of older epochs that the log has kept
 * @param offset what sequences of the epoch lack in the order of this node
 * @param exactFrom the sequence from which on the epoch has one order on all nodes, since before it
 *     entries of older epochs were put back
 */
public record Life(String name, long number, long kept, long offset, long exactFrom) {

  /** {@return the ordinal behind which this node has the epoch} */
  public long begin() {
    return kept + offset;
  }

  Life exactFrom(long sequence) {
    return new Life(name, number, kept, offset, Math.max(exactFrom, sequence));
  }
}
