package org.heliograph.testing;

import java.util.UUID;

/**
 * What a probe asks for to learn what comes before the answer: a channel whose name is malformed,
 * which every server rejects on the stream, without a question to an authorizer.
 */
final class Marker {
  private static final String BEGIN = "heliograph-probe//";

  private Marker() {}

  /** {@return a marker that was never asked for} */
  static String fresh() {
    return BEGIN + UUID.randomUUID();
  }

  /** Whether something that has come is the answer to a marker, whichever. */
  static boolean isAnswered(Arrival arrival) {
    return isAnswered(BEGIN, arrival);
  }

  /** Whether something that has come is the answer to another marker than a certain one. */
  static boolean isOfAnother(String marker, Arrival arrival) {
    return isAnswered(arrival) && !isAnswered(marker, arrival);
  }

  /** Whether something that has come is the answer to a certain marker. */
  static boolean isAnswered(String marker, Arrival arrival) {
    return arrival instanceof Arrival.OfServer rejected
        && rejected.name().equals("hg.rejected")
        && rejected.data().contains('"' + marker);
  }
}
