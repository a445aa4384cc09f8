package org.heliograph.testing;

import java.util.List;
import org.heliograph.internal.client.json.JsonFields;

/** Says that no stream was opened, since every channel of it was refused. */
final class RefusedStream extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient List<Refusal> refusals;

  RefusedStream(List<Refusal> refusals) {
    super(refusals.toString());
    this.refusals = List.copyOf(refusals);
  }

  /** {@return what a server says of a channel that it refuses} */
  static Refusal refusal(JsonFields fields) {
    return new Refusal(
        fields.text("channel").orElse(""),
        (int) fields.number("status", 0),
        fields.text("code").orElse(""),
        fields.text("detail").orElse(""));
  }

  /** {@return why each channel was refused} */
  List<Refusal> refusals() {
    return refusals;
  }
}
