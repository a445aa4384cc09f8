package org.heliograph.internal.cluster;

import java.time.Duration;
import java.util.List;

/**
 * One totally ordered log that all nodes of an application share, kept by an engine. Sequences are
 * dense: each number has exactly one entry, which is appended, never changed, and dropped only
 * after all older ones. Whenever entries that were acknowledged may be gone, a new epoch begins.
 *
 * <p>Each method is for one thread at a time; a node looks and reads on another thread than it
 * appends on.
 */
public interface SharedLog extends AutoCloseable {

  /**
   * Looks at what there is of the log; begins an epoch if there is none yet, or if entries may be
   * gone.
   *
   * @param known the newest place that the caller has read; entries are gone if the log ends before
   *     it, be it within the same epoch or in an older one. The epoch that then begins is newer
   *     than both
   * @throws UnreachableException if the engine does not answer
   * @throws EngineRefusedException if the engine answers with an error
   */
  Extent look(Place known) throws UnreachableException, EngineRefusedException;

  /**
   * Appends entries, all or none of them, in order and next to each other. Those whose numbers the
   * log has already from their senders are left out.
   *
   * @param known the newest place that the caller has read; nothing is appended if the log is in
   *     another epoch, which the answer then says
   * @return what there is of the log now
   * @throws UnreachableException if the engine does not answer; the entries may have been appended
   * @throws EngineRefusedException if the engine answers with an error; nothing was appended
   */
  Extent append(Place known, List<Entry> entries)
      throws UnreachableException, EngineRefusedException;

  /**
   * {@return whether entries can be read before the log has as many copies of them as it must, so
   * that none counts before its append was answered}
   */
  default boolean confirms() {
    return false;
  }

  /**
   * Reads on. What the log has dropped is passed over without a word: the sequence tells.
   *
   * @param after the place after which to read
   * @param maxBytes what the bodies of all that is answered may hold together; one entry is
   *     answered however large it is
   * @param patience how long to wait for an entry if there is none yet
   * @return what comes next, in order; empty if nothing came in time
   * @throws UnreachableException if the engine does not answer
   * @throws EngineRefusedException if the engine answers with an error
   */
  List<PlacedEntry> read(Place after, int maxBytes, Duration patience)
      throws UnreachableException, EngineRefusedException;

  /**
   * Gives up the connections to the engine, so that calls that are under way fail as unreachable;
   * the next call makes new ones. May be called from any thread.
   */
  void reconnect();

  /** Ends the connections to the engine, whoever waits for them; may be called from any thread. */
  @Override
  void close();
}
