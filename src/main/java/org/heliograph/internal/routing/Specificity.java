package org.heliograph.internal.routing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiPredicate;

/** The order of patterns that {@link ChannelRouter} documents, and what equal rank admits. */
final class Specificity {

  /** Finds patterns equal that are equally specific, so it is not consistent with equals. */
  static final Comparator<ChannelPattern> MOST_SPECIFIC_FIRST =
      Comparator.comparing(ChannelPattern::segments, Specificity::compare);

  private Specificity() {}

  private static int compare(List<Segment> left, List<Segment> right) {
    int common = Math.min(left.size(), right.size());
    for (int i = 0; i < common; i++) {
      int difference = Segment.MOST_SPECIFIC_FIRST.compare(left.get(i), right.get(i));
      if (difference != 0) {
        return difference;
      }
    }
    return Integer.compare(right.size(), left.size());
  }

  /**
   * Whether literal text alone proves that no name matches both of two patterns of equal rank,
   * which have as many segments.
   */
  static boolean areApart(ChannelPattern first, ChannelPattern second) {
    List<Segment> left = first.segments();
    List<Segment> right = second.segments();
    return areApart(left, right, Segment::beginsApartFrom)
        || areApart(reversed(left), reversed(right), Segment::endsApartFrom);
  }

  /**
   * Compares the segments that stand at the same place of every name: those up to the first that
   * may take slashes. Of that one only the edge stands there that is met first.
   */
  private static boolean areApart(
      List<Segment> left, List<Segment> right, BiPredicate<Segment, Segment> edgesDiffer) {
    for (int i = 0; i < left.size(); i++) {
      Segment one = left.get(i);
      Segment other = right.get(i);
      if (one.mayTakeSlashes() || other.mayTakeSlashes()) {
        return edgesDiffer.test(one, other);
      }
      if (one.isApartFrom(other)) {
        return true;
      }
    }
    return false;
  }

  private static <T> List<T> reversed(List<T> list) {
    List<T> copy = new ArrayList<>(list);
    Collections.reverse(copy);
    return copy;
  }
}
