package org.heliograph.internal.client.http;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BiConsumer;

/** What is done with futures whose dependents nobody waits for. */
public final class Futures {
  private Futures() {}

  /**
   * Adds a dependent that cannot fail itself.
   *
   * @param future to depend on
   * @param next hears of the value, or of what has failed
   * @param <T> the type of the value
   */
  @SuppressWarnings("FutureReturnValueIgnored") // nobody waits for the dependent
  public static <T> void whenDone(
      CompletableFuture<T> future, BiConsumer<? super T, ? super Throwable> next) {
    future.whenComplete(next);
  }

  /** {@return what has failed, within what a future makes of it} */
  static Throwable unwrapped(Throwable failure) {
    return failure instanceof CompletionException && failure.getCause() != null
        ? failure.getCause()
        : failure;
  }
}
