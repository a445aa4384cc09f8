package org.heliograph.internal.types.samples;

import jakarta.json.bind.adapter.JsonbAdapter;
import jakarta.json.bind.annotation.JsonbCreator;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import jakarta.json.bind.annotation.JsonbTransient;
import jakarta.json.bind.annotation.JsonbTypeAdapter;
import org.heliograph.Channel;
import org.heliograph.Emits;

/** Payloads of classes that are written as others, or made in a way of their own. */
public final class Adapted {
  private Adapted() {}

  /** An amount, which no reader is to take apart. */
  public static final class Money {
    private final int cents;

    public Money(int cents) {
      this.cents = cents;
    }
  }

  /** Writes an amount as text. */
  public static final class MoneyAdapter implements JsonbAdapter<Money, String> {
    @Override
    public String adaptToJson(Money money) {
      return money.cents + " cents";
    }

    @Override
    public Money adaptFromJson(String text) {
      return new Money(Integer.parseInt(text.replace(" cents", "")));
    }
  }

  @Channel("adapted/member")
  @Emits(payload = Priced.class)
  public static final class Priced {
    @JsonbTypeAdapter(MoneyAdapter.class)
    public Money price = new Money(5);

    public static Priced sample(Object... none) {
      return new Priced();
    }
  }

  /** A place, written as a pair of numbers. */
  @JsonbTypeAdapter(PlaceAdapter.class)
  public record Place(double latitude, double longitude) {}

  /** What a place is written as. */
  public record Pair(double one, double other) {}

  /** Writes a place. */
  public static final class PlaceAdapter implements JsonbAdapter<Place, Pair> {
    @Override
    public Pair adaptToJson(Place place) {
      return new Pair(place.latitude(), place.longitude());
    }

    @Override
    public Place adaptFromJson(Pair pair) {
      return new Place(pair.one(), pair.other());
    }
  }

  @Channel("adapted/type")
  @Emits(payload = Trip.class)
  public static final class Trip {
    public Place from = new Place(48.2, 16.4);

    public static Trip sample(Object... none) {
      return new Trip();
    }
  }

  @Channel("adapted/ordered")
  @Emits(payload = Ordered.class)
  @JsonbPropertyOrder({"second", "first"})
  public static final class Ordered {
    public int first = 1;
    public int second = 2;

    public static Ordered sample(Object... none) {
      return new Ordered();
    }
  }

  @Channel("adapted/created")
  @Emits(payload = Created.class)
  public static final class Created {
    private final String name;

    @JsonbCreator
    public Created(@JsonbProperty("given-name") String name) {
      this.name = name;
    }

    public String getName() {
      return name;
    }

    public static Created sample(Object... none) {
      return new Created("a");
    }
  }

  @Channel("adapted/left-out")
  @Emits(payload = LeftOut.class)
  public static final class LeftOut {
    private final String shown = "a";

    public String getShown() {
      return shown;
    }

    @JsonbTransient
    public String getHidden() {
      return shown;
    }

    public static LeftOut sample(Object... none) {
      return new LeftOut();
    }
  }
}
