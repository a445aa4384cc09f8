package org.heliograph.internal.types;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.heliograph.internal.types.Shape.Scalar;

/** Whether a text has the form that a scalar promises (RFC 3339, RFC 9562, RFC 3986). */
final class Formats {
  private Formats() {}

  static boolean accepts(Scalar scalar, String text) {
    try {
      switch (scalar) {
        case DATE_TIME -> OffsetDateTime.parse(text);
        case DATE -> LocalDate.parse(text);
        case UUID -> UUID.fromString(text);
        case URI -> new URI(text);
        default -> throw new IllegalArgumentException("No form: " + scalar);
      }
      return true;
    } catch (DateTimeParseException | URISyntaxException e) {
      return false;
    }
  }
}
