package org.heliograph.internal.config;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.function.Supplier;

/**
 * Asks its source once, when the value is first wanted, and keeps the answer. An authorizer is a
 * bean and can be had only once the application has started, long after its channel was declared.
 * Thread-safe; a source that fails is asked again.
 *
 * @param <T> the type of the value
 */
public final class Memoized<T> implements Supplier<T> {
  private final Supplier<T> source;

  @GuardedBy("this")
  private T value; // null until the source has answered

  /** A value that is not asked for yet. */
  public Memoized(Supplier<T> source) {
    this.source = source;
  }

  @Override
  public synchronized T get() {
    if (value == null) {
      value = source.get();
    }
    return value;
  }
}
