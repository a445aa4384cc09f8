package org.heliograph.internal.cluster.node;

import java.util.ArrayList;
import java.util.List;
import org.heliograph.internal.cluster.Entry;

/**
 * What is appended in one call at most; one entry goes in any case, and so do all of one parcel.
 *
 * @param entries how many entries
 * @param bytes what their bodies hold together
 */
public record BatchLimit(int entries, int bytes) {
  /** What a node keeps to. */
  public static final BatchLimit DEFAULT = new BatchLimit(512, 1 << 20);

  /** Counts up to the limits. */
  final class Count {
    private int counted;
    private int size;

    /**
     * {@return whether more entries may go along, which are then counted}
     *
     * @param more how many entries
     * @param length how many bytes they have together
     */
    boolean admits(int more, int length) {
      if (counted > 0 && (counted + more > entries || size + length > bytes)) {
        return false;
      }
      counted += more;
      size += length;
      return true;
    }
  }

  /** {@return the first of some entries, as many as go in one call} */
  List<Entry> firstOf(Iterable<Entry> all) {
    Count count = new Count();
    List<Entry> first = new ArrayList<>();
    for (Entry entry : all) {
      if (!count.admits(1, entry.body().length)) {
        break;
      }
      first.add(entry);
    }
    return first;
  }

  /**
   * {@return the first of the entries that were sent, as many as go in one call}
   *
   * @param after the number of the last one that is left out
   */
  List<Entry> firstOfSent(Iterable<Sent> all, long after) {
    Count count = new Count();
    List<Entry> first = new ArrayList<>();
    List<Entry> together = new ArrayList<>();
    int size = 0;
    for (Sent sent : all) {
      if (sent.entry().number() <= after) {
        continue;
      }
      together.add(sent.entry());
      size += sent.entry().body().length;
      if (!sent.goesOn()) {
        if (!count.admits(together.size(), size)) {
          break;
        }
        first.addAll(together);
        together.clear();
        size = 0;
      }
    }
    return first;
  }
}
