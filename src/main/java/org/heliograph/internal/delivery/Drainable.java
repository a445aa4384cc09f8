package org.heliograph.internal.delivery;

import java.io.IOException;
import org.heliograph.internal.log.Batch;
import org.heliograph.internal.log.Reader;

/** A reader that is written to by whichever worker has its turn: one stream. */
public interface Drainable extends Reader {

  /** {@return who drains this now} */
  DrainOwnership ownership();

  /** {@return whether the writes of this have blocked} */
  WriteHistory writes();

  /**
   * Writes what is new; for the owner.
   *
   * @param batch the caller's, for use within the call
   * @return whether there is more, which can wait for its turn
   * @throws IOException if the write fails, by which this is lost
   */
  boolean drain(Batch batch) throws IOException;

  /** Nothing can be written to this any more; for any thread. */
  void lost();

  /** This does not read, and there is no place to wait for it any longer; for any thread. */
  default void lags() {
    lost();
  }
}
