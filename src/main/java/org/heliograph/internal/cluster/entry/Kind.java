package org.heliograph.internal.cluster.entry;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What an entry of the shared log is for. */
public enum Kind {
  /** A broadcast. */
  EVENT(1),
  /** A wish to the node that has a stream. */
  ASK(2),
  /** What became of such a wish. */
  ANSWER(3),
  /** A user loses a channel, or all streams, on all nodes. */
  REVOKE(4),
  /** A node lives. */
  BEAT(5),
  /** A node stops. */
  LEAVE(6),
  /** What the engine had lost has been put back before this entry. */
  RECALL(7);

  private static final Map<Integer, Kind> BY_CODE =
      Arrays.stream(values()).collect(Collectors.toMap(Kind::code, kind -> kind));

  private final int code;

  Kind(int code) {
    this.code = code;
  }

  int code() {
    return code;
  }

  /** {@return the kind with a code; empty for one of a later version} */
  static Optional<Kind> of(int code) {
    return Optional.ofNullable(BY_CODE.get(code));
  }
}
