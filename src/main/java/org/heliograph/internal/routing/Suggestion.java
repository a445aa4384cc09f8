package org.heliograph.internal.routing;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds what someone who mistyped a name may have meant. */
public final class Suggestion {
  /** The greatest distance of a suggestion, a slip or two: what is further off would be a guess. */
  private static final int CLOSE = 3;

  /** In a short name every slip weighs more: one for so many characters. */
  private static final int CHARACTERS_PER_SLIP = 3;

  private Suggestion() {}

  /**
   * Finds the closest of some names that are close.
   *
   * @return empty if none is a slip or two away
   */
  public static Optional<String> to(String name, Collection<String> candidates) {
    int limit = Math.min(CLOSE, Math.max(1, name.length() / CHARACTERS_PER_SLIP));
    return candidates.stream()
        .filter(candidate -> distance(name, candidate) <= limit)
        .min(Comparator.comparingInt(candidate -> distance(name, candidate)));
  }

  /** {@return Levenshtein's distance: how many characters to insert, delete or replace} */
  public static int distance(String from, String to) {
    int[] row = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[to.length()];
  }
}
