package org.heliograph.internal.log;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * Where a reader begins in a channel, and what could be given back to it (PROTOCOL section 4).
 *
 * @param <R> who reads
 * @param cursor the reader's place
 * @param recovered whether nothing is missing since the position that the reader named; empty if it
 *     named none
 * @param end the index behind the frames of the past
 */
public record JoinResult<R extends Reader>(
    Cursor<R> cursor, Optional<Boolean> recovered, long end) {

  /**
   * Counts what is replayed, which needs no lock and may take as long as the history is; asked
   * before the cursor moves.
   *
   * @return how many frames of the past come first; empty if the reader named no position
   */
  public OptionalLong replayed() {
    return recovered.isEmpty() ? OptionalLong.empty() : OptionalLong.of(cursor.countBefore(end));
  }
}
