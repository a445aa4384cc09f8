package org.heliograph.internal.log.epoch;

import java.util.List;

/**
 * What a node knows of the epochs of its log at this moment. One thread, which reads the log, may
 * change it; any may ask.
 */
public final class EpochTable {
  private volatile Epochs epochs;

  /** Begins with these epochs. */
  public EpochTable(Epochs epochs) {
    this.epochs = epochs;
  }

  /** {@return what is known now} */
  public Epochs now() {
    return epochs;
  }

  /**
   * Takes in which epochs there are.
   *
   * @param starts the newest ones, oldest first
   * @param head the ordinal up to which this node has read
   */
  public void begin(List<EpochStart> starts, long head) {
    epochs = epochs.followedBy(starts, head);
  }

  /**
   * Notes that new epochs are exact only from a place on.
   *
   * @param old the number up to which epochs are not new
   * @return the ordinal behind which the oldest of the new epochs begins
   */
  public long doubt(long old, long number, long sequence) {
    epochs = epochs.exactFrom(old, number, sequence);
    return epochs.beginAfter(old);
  }
}
