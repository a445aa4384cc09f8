package org.heliograph.internal.types;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import org.heliograph.internal.types.Shape.Scalar;

/** The Java types that JSON-B writes as one value, by their qualified names (JSON-B section 3). */
final class ScalarTypes {
  /** The format that is none but a number. */
  static final String TIME_IN_MILLIS = "##time-in-millis";

  private static final Map<String, Shape> SHAPES =
      Map.ofEntries(
          entry("java.lang.String", Scalar.STRING),
          entry("java.lang.CharSequence", Scalar.STRING),
          entry("java.lang.Character", Scalar.STRING),
          entry("java.lang.Boolean", Scalar.BOOLEAN),
          entry("java.lang.Byte", Scalar.INTEGER),
          entry("java.lang.Short", Scalar.INTEGER),
          entry("java.lang.Integer", Scalar.INTEGER),
          entry("java.lang.Long", Scalar.INTEGER),
          entry("java.lang.Float", Scalar.NUMBER),
          entry("java.lang.Double", Scalar.NUMBER),
          entry("java.lang.Number", Scalar.NUMBER),
          entry("java.math.BigInteger", Scalar.INTEGER),
          entry("java.math.BigDecimal", Scalar.NUMBER),
          entry("java.util.OptionalInt", Scalar.INTEGER),
          entry("java.util.OptionalLong", Scalar.INTEGER),
          entry("java.util.OptionalDouble", Scalar.NUMBER),
          entry("java.net.URI", Scalar.URI),
          entry("java.net.URL", Scalar.URI),
          entry("java.util.UUID", Scalar.UUID),
          // with the name of the zone, which is more than a date-time of RFC 3339
          entry("java.util.Date", Scalar.STRING),
          entry("java.util.Calendar", Scalar.STRING),
          entry("java.util.GregorianCalendar", Scalar.STRING),
          entry("java.util.TimeZone", Scalar.STRING),
          entry("java.util.SimpleTimeZone", Scalar.STRING),
          entry("java.time.Instant", Scalar.DATE_TIME),
          entry("java.time.OffsetDateTime", Scalar.DATE_TIME),
          entry("java.time.ZonedDateTime", Scalar.STRING),
          entry("java.time.LocalDateTime", Scalar.STRING),
          entry("java.time.LocalDate", Scalar.DATE),
          entry("java.time.LocalTime", Scalar.STRING),
          entry("java.time.OffsetTime", Scalar.STRING),
          entry("java.time.Duration", Scalar.STRING),
          entry("java.time.Period", Scalar.STRING),
          entry("java.time.ZoneId", Scalar.STRING),
          entry("java.time.ZoneOffset", Scalar.STRING),
          entry("java.lang.Object", Scalar.ANY),
          entry("jakarta.json.JsonValue", Scalar.ANY),
          entry("jakarta.json.JsonStructure", Scalar.ANY),
          entry("jakarta.json.JsonObject", Scalar.ANY_OBJECT),
          entry("jakarta.json.JsonArray", new Shape.Sequence(Scalar.ANY)),
          entry("jakarta.json.JsonString", Scalar.STRING),
          entry("jakarta.json.JsonNumber", Scalar.NUMBER));

  private ScalarTypes() {}

  /** Whether a type is one that {@code @JsonbDateFormat} is for. */
  static boolean isTime(String qualifiedName) {
    boolean isOld = qualifiedName.endsWith("Date") || qualifiedName.endsWith("Calendar");
    return SHAPES.containsKey(qualifiedName) && (isOld || qualifiedName.startsWith("java.time."));
  }

  /** {@return what becomes of a time that has a format of its own} */
  static Shape time(AnnotationMirror format) {
    return Mirrors.text(format, "value").filter(TIME_IN_MILLIS::equals).isPresent()
        ? Scalar.INTEGER
        : Scalar.STRING;
  }

  /** {@return what becomes of a class or interface that is written as one value} */
  static Optional<Shape> of(String qualifiedName) {
    return Optional.ofNullable(SHAPES.get(qualifiedName));
  }
}
