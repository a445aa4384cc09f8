package org.heliograph.testing;

import java.util.List;

/** Says that no stream was opened, since every channel of it was refused. */
final class RefusedStream extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient List<Refusal> refusals;

  RefusedStream(List<Refusal> refusals) {
    super(refusals.toString());
    this.refusals = List.copyOf(refusals);
  }

  /** {@return why each channel was refused} */
  List<Refusal> refusals() {
    return refusals;
  }
}
