package org.heliograph.internal.cdi;

import jakarta.enterprise.inject.spi.BeanManager;
import java.util.function.Supplier;

/**
 * Something of Heliograph's that is looked up when it is first used, not when its user is made. The
 * making of the hub makes beans of the application, which may have channels injected: those cannot
 * have the hub yet. Thread-safe: whoever is first, all find the same.
 */
final class Late<T> implements Supplier<T> {
  private final BeanManager manager;
  private final Class<T> type;

  private volatile T found; // null until it has been looked up

  Late(BeanManager manager, Class<T> type) {
    this.manager = manager;
    this.type = type;
  }

  @Override
  public T get() {
    T known = found;
    if (known == null) {
      // an injected Instance would remember that its owner was made while the hub was
      known = manager.createInstance().select(type).get();
      found = known;
    }
    return known;
  }
}
