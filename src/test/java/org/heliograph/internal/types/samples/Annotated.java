package org.heliograph.internal.types.samples;

import jakarta.json.bind.annotation.JsonbDateFormat;
import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.json.bind.annotation.JsonbNumberFormat;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbTransient;
import java.lang.annotation.ElementType;
import java.lang.annotation.Target;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Calendar;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.Optional;
import org.heliograph.Channel;
import org.heliograph.Emits;

/** Payloads of classes whose annotations say how they are written. */
public final class Annotated {
  private Annotated() {}

  @Channel("annotated/renamed")
  @Emits(payload = Renamed.class)
  public static final class Renamed {
    @JsonbProperty("full-name")
    private final String name = "a";

    @JsonbTransient private final String secret = "b";

    public String getName() {
      return name;
    }

    public String getSecret() {
      return secret;
    }

    @JsonbProperty("number_of")
    public int getCount() {
      return 1;
    }

    public static Renamed sample(Object... none) {
      return new Renamed();
    }
  }

  @Channel("annotated/nillable")
  @Emits(payload = Nillable.class)
  @SuppressWarnings("deprecation") // still read by every JSON-B
  public static final class Nillable {
    @JsonbProperty(nillable = true)
    public String text;

    @JsonbNillable public Integer number;

    public String left;

    public static Nillable sample(Object... none) {
      return new Nillable();
    }
  }

  @Channel("annotated/formats")
  @Emits(payload = Formats.class)
  public static final class Formats {
    @JsonbDateFormat("dd.MM.yyyy")
    public LocalDate day = LocalDate.of(2026, 1, 2);

    @JsonbDateFormat(JsonbDateFormat.TIME_IN_MILLIS)
    public Date millis = Date.from(Instant.EPOCH);

    @JsonbNumberFormat("#0.00")
    public double price = 1.5;

    public static Formats sample(Object... none) {
      return new Formats();
    }
  }

  @Channel("annotated/old-formats")
  @Emits(payload = OldFormats.class)
  public static final class OldFormats {
    @JsonbDateFormat("dd.MM.yyyy")
    public Calendar calendar = new GregorianCalendar(2026, Calendar.JANUARY, 2);

    public static OldFormats sample(Object... none) {
      return new OldFormats();
    }
  }

  @Channel("annotated/getters")
  @Emits(payload = Getters.class)
  public static final class Getters {
    @JsonbProperty("not-this")
    private final int cents = 100;

    @JsonbProperty("price")
    public String getCents() {
      return "EUR " + cents;
    }

    public static Getters sample(Object... none) {
      return new Getters();
    }
  }

  @Channel("annotated/scoped")
  @Emits(payload = Scoped.class)
  @JsonbNillable
  @JsonbNumberFormat("#0.00")
  @JsonbDateFormat("dd.MM.yyyy")
  public static final class Scoped {
    public String text;
    public double price = 1.5;
    public LocalDate day = LocalDate.of(2026, 1, 2);

    public static Scoped sample(Object... none) {
      return new Scoped();
    }
  }

  /** Says that a value is never null. */
  @Target(ElementType.TYPE_USE)
  public @interface NonNull {}

  @Channel("annotated/marked")
  @Emits(payload = Marked.class)
  public record Marked(@NonNull String text, @NonNull Optional<String> maybe, Marked next) {
    public static Marked sample(Object... none) {
      return new Marked("a", Optional.empty(), new Marked("b", Optional.of("c"), null));
    }
  }
}
