package org.heliograph.internal.types.samples;

import jakarta.json.bind.annotation.JsonbSubtype;
import jakarta.json.bind.annotation.JsonbTypeInfo;
import java.util.List;
import org.heliograph.Channel;
import org.heliograph.Emits;

/** Payloads of classes, as the rules of beans and of inheritance have them. */
public final class Classes {
  private Classes() {}

  @Channel("classes/bean")
  @Emits(payload = Bean.class)
  public static final class Bean {
    /** Written, since it is public. */
    public String open = "a";

    /** Not written. */
    public transient String passing = "b";

    /** Not written. */
    public static final String CONSTANT = "c";

    private final String hidden = "d";
    private final boolean ready = true;

    public String getName() {
      return "e";
    }

    public boolean isReady() {
      return ready;
    }

    public String getURLText() {
      return hidden;
    }

    public String with(String other) {
      return other;
    }

    String getInner() {
      return hidden;
    }

    public static Bean sample(Object... none) {
      return new Bean();
    }
  }

  /** What another class inherits from. */
  public abstract static class Base {
    public String getId() {
      return "a";
    }

    public abstract int getSize();
  }

  @Channel("classes/inherited")
  @Emits(payload = Inherited.class)
  public static final class Inherited extends Base {
    @Override
    public int getSize() {
      return 1;
    }

    public static Inherited sample(Object... none) {
      return new Inherited();
    }
  }

  /** An interface. */
  public interface Named {
    String getName();
  }

  @Channel("classes/interface")
  @Emits(payload = Named.class)
  public static final class Implementation implements Named {
    @Override
    public String getName() {
      return "a";
    }

    public static Implementation sample(Object... none) {
      return new Implementation();
    }
  }

  /** A sealed type. */
  public sealed interface Vehicle permits Car, Bike {}

  /** One of its types. */
  public record Car(String plate, int seats) implements Vehicle {}

  /** The other. */
  public record Bike(boolean electric) implements Vehicle {}

  @Channel("classes/sealed")
  @Emits(payload = Garage.class)
  public record Garage(List<Vehicle> vehicles) {
    public static Garage sample(Object... none) {
      return new Garage(List.of(new Car("a", 4), new Bike(true)));
    }
  }

  /** A type whose values say which they are. */
  @JsonbTypeInfo(
      key = "kind",
      value = {
        @JsonbSubtype(alias = "cat", type = Cat.class),
        @JsonbSubtype(alias = "dog", type = Dog.class)
      })
  public interface Animal {}

  /** One. */
  public static final class Cat implements Animal {
    public boolean indoor = true;
  }

  /** The other. */
  public static final class Dog implements Animal {
    public int age = 3;
  }

  @Channel("classes/tagged")
  @Emits(payload = Animal.class)
  @Emits(event = "cat", payload = Cat.class)
  public static final class Tagged {
    private Tagged() {}

    public static Cat sample(Object... none) {
      return new Cat();
    }
  }

  @Channel("classes/empty")
  @Emits(payload = Empty.class)
  public record Empty() {
    public static Empty sample(Object... none) {
      return new Empty();
    }
  }
}
