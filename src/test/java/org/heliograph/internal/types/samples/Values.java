package org.heliograph.internal.types.samples;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TimeZone;
import java.util.UUID;
import org.heliograph.Channel;
import org.heliograph.Emits;

/** Payloads of types that are written as one value. */
public final class Values {
  private static final Instant TIME = Instant.parse("2026-01-02T03:04:05Z");

  private Values() {}

  @Channel("values/primitives")
  @Emits(payload = Primitives.class)
  public record Primitives(boolean yes, byte b, short s, int i, long l, float f, double d, char c) {
    public static Primitives sample(Object... none) {
      return new Primitives(true, (byte) 1, (short) 2, 3, 4, 5.5f, 6.5, 'c');
    }
  }

  @Channel("values/boxes")
  @Emits(payload = Boxes.class)
  public record Boxes(
      Boolean yes, Byte b, Short s, Integer i, Long l, Float f, Double d, Character c) {
    public static Boxes sample(Object... none) {
      return new Boxes(true, (byte) 1, (short) 2, 3, 4L, 5.5f, 6.5, 'c');
    }
  }

  @Channel("values/nothing")
  @Emits(payload = Boxes.class)
  public static final class Nothing {
    private Nothing() {}

    public static Boxes sample(Object... none) {
      return new Boxes(null, null, null, null, null, null, null, null);
    }
  }

  @Channel("values/big")
  @Emits(payload = Big.class)
  public record Big(BigInteger whole, BigDecimal part, Number any) {
    public static Big sample(Object... none) {
      return new Big(BigInteger.TEN, new BigDecimal("1.25"), 7);
    }
  }

  @Channel("values/texts")
  @Emits(payload = Texts.class)
  public record Texts(String text, CharSequence chars, URI uri, URL url, UUID uuid) {
    public static Texts sample(Object... none) throws Exception {
      URI uri = URI.create("https://example.org/a");
      return new Texts("a", "b", uri, uri.toURL(), new UUID(1, 2));
    }
  }

  @Channel("values/times")
  @Emits(payload = Times.class)
  public record Times(
      Instant instant,
      OffsetDateTime offset,
      ZonedDateTime zoned,
      LocalDateTime local,
      LocalDate day,
      LocalTime time,
      OffsetTime offsetTime,
      Duration duration,
      Period period,
      ZoneId zone,
      ZoneOffset zoneOffset) {
    public static Times sample(Object... none) {
      OffsetDateTime at = TIME.atOffset(ZoneOffset.ofHours(1));
      return new Times(
          TIME,
          at,
          TIME.atZone(ZoneId.of("Europe/Vienna")),
          at.toLocalDateTime(),
          at.toLocalDate(),
          at.toLocalTime(),
          at.toOffsetTime(),
          Duration.ofMinutes(5),
          Period.ofDays(3),
          ZoneId.of("Europe/Vienna"),
          ZoneOffset.ofHours(2));
    }
  }

  @Channel("values/old-times")
  @Emits(payload = OldTimes.class)
  public record OldTimes(Date date, Calendar calendar, GregorianCalendar gregorian, TimeZone zone) {
    public static OldTimes sample(Object... none) {
      GregorianCalendar calendar = GregorianCalendar.from(TIME.atZone(ZoneId.of("Europe/Vienna")));
      return new OldTimes(
          Date.from(TIME), calendar, calendar, TimeZone.getTimeZone("Europe/Vienna"));
    }
  }

  @Channel("values/optional-numbers")
  @Emits(payload = OptionalNumbers.class)
  public record OptionalNumbers(OptionalInt i, OptionalLong l, OptionalDouble d, OptionalInt none) {
    public static OptionalNumbers sample(Object... none) {
      return new OptionalNumbers(
          OptionalInt.of(1), OptionalLong.of(2), OptionalDouble.of(3.5), OptionalInt.empty());
    }
  }

  @Channel("values/json")
  @Emits(payload = JsonParts.class)
  public record JsonParts(
      JsonObject object, JsonArray array, JsonValue value, JsonString text, JsonNumber number) {
    public static JsonParts sample(Object... none) {
      return new JsonParts(
          Json.createObjectBuilder().add("a", 1).build(),
          Json.createArrayBuilder().add(1).add("b").build(),
          JsonValue.TRUE,
          Json.createValue("c"),
          Json.createValue(4));
    }
  }

  @Channel("values/anything")
  @Emits(payload = Anything.class)
  public record Anything(Object text, Object number) {
    public static Anything sample(Object... none) {
      return new Anything("a", 1);
    }
  }

  @Channel("values/text")
  @Emits(payload = String.class)
  @Emits(event = "count", payload = int.class)
  @Emits(event = "days", payload = LocalDate[].class)
  public static final class Bare {
    private Bare() {}

    public static LocalDate[] sample(Object... none) {
      return new LocalDate[] {LocalDate.of(2026, 1, 2)};
    }
  }
}
