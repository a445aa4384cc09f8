package org.heliograph.internal.routing;

import java.util.Comparator;
import java.util.List;

/** The order of patterns that {@link ChannelRouter} documents. */
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
}
