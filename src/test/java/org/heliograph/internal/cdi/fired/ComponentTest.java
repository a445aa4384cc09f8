package org.heliograph.internal.cdi.fired;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What gives the values of a pattern's parameters. */
class ComponentTest {
  abstract static class Hidden {
    public String getCarrier() {
      return "DHL";
    }
  }

  /** Has its getter from a class that is not public, for which the compiler makes a bridge. */
  public static final class Seen extends Hidden {}

  /** Says less of its id than its subclass. */
  public abstract static class Numbered {
    public abstract Object id();
  }

  /** Has a bridge beside its method. */
  public static final class Order extends Numbered {
    @Override
    public Long id() {
      return 7L;
    }
  }

  @Test
  void getterInheritedFromAClassThatIsNotPublicIsFound() {
    assertThat(Component.of(Seen.class, "carrier").read(new Seen())).isEqualTo("DHL");
  }

  @Test
  void methodThatSaysMoreThanTheOneThatItOverridesIsFound() {
    assertThat(Component.of(Order.class, "id").read(new Order())).isEqualTo("7");
  }
}
