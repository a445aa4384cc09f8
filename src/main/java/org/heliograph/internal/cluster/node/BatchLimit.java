package org.heliograph.internal.cluster.node;

import java.util.ArrayList;
import java.util.List;
import org.heliograph.internal.cluster.Entry;

/**
 * What is appended in one call at most; one entry goes in any case.
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

    /** {@return whether one more entry of so many bytes may go along, which is then counted} */
    boolean admits(int length) {
      if (counted > 0 && (counted == entries || size + length > bytes)) {
        return false;
      }
      counted++;
      size += length;
      return true;
    }
  }

  /** {@return the first of some entries, as many as go in one call} */
  List<Entry> firstOf(Iterable<Entry> all) {
    Count count = new Count();
    List<Entry> first = new ArrayList<>();
    for (Entry entry : all) {
      if (!count.admits(entry.body().length)) {
        break;
      }
      first.add(entry);
    }
    return first;
  }
}
