package org.heliograph.client;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Listeners for one kind of event. One that throws harms no other. Thread-safe. */
final class Listeners<T> {
  private static final Logger LOGGER = System.getLogger("org.heliograph");

  private final List<Entry<T>> entries = new CopyOnWriteArrayList<>();

  /** Tells the same listener, added twice, apart. */
  private static final class Entry<T> {
    private final Consumer<? super T> listener;

    Entry(Consumer<? super T> listener) {
      this.listener = listener;
    }
  }

  Registration add(Consumer<? super T> listener) {
    Entry<T> entry = new Entry<>(Objects.requireNonNull(listener, "listener"));
    entries.add(entry);
    return () -> entries.remove(entry);
  }

  /** Calls the listeners there are now, in the order in which they were added. */
  void tell(T value) {
    for (Entry<T> entry : entries) {
      try {
        entry.listener.accept(value);
      } catch (RuntimeException | Error e) { // the next ones are told all the same
        LOGGER.log(Level.WARNING, "HELIOGRAPH-0502: A listener of the client has failed", e);
      }
    }
  }
}
