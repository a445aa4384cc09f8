package org.heliograph.internal.cluster;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * An engine in memory, of which any number of {@link MemoryLog}s are the handles. It can lose what
 * it has acknowledged. Thread-safe.
 */
public final class MemoryEngine {
  private static final int EPOCHS = 32;

  private final LongSupplier clock;
  private final long maxBytes;

  @GuardedBy("this")
  private final List<PlacedEntry> entries = new ArrayList<>();

  @GuardedBy("this")
  private final List<Epoch> epochs = new ArrayList<>();

  /** The highest number of each sender, of the entries that have been dropped. */
  @GuardedBy("this")
  private final Map<String, Long> dropped = new HashMap<>();

  @GuardedBy("this")
  private final Map<String, Long> senders = new HashMap<>();

  @GuardedBy("this")
  private long newest;

  @GuardedBy("this")
  private long bytes;

  @GuardedBy("this")
  private boolean suspect;

  @GuardedBy("this")
  private boolean refusing;

  /** Makes an engine that keeps about so many bytes, and takes the time from a clock. */
  public MemoryEngine(LongSupplier clock, long maxBytes) {
    this.clock = clock;
    this.maxBytes = maxBytes;
  }

  /** {@return another way to this engine} */
  public MemoryLog open() {
    return new MemoryLog(this);
  }

  synchronized Extent look(Place known) {
    begin(known);
    return extent();
  }

  synchronized Extent append(Place known, List<Entry> added) throws EngineRefusedException {
    if (refusing) {
      throw new EngineRefusedException("out of memory", false, new IllegalStateException());
    }
    begin(known);
    if (known.epoch() == epoch()) {
      for (Entry entry : added) {
        if (entry.number() > senders.getOrDefault(entry.sender(), 0L)) {
          senders.put(entry.sender(), entry.number());
          add(Optional.of(entry));
        }
      }
      while (bytes > maxBytes && entries.size() > 1) {
        dropOldest();
      }
      notifyAll();
    }
    return extent();
  }

  synchronized List<PlacedEntry> read(Place after, int most, Duration patience) {
    long until = System.nanoTime() + patience.toNanos();
    long left = patience.toNanos();
    while (left > 0 && !has(after)) {
      try {
        TimeUnit.NANOSECONDS.timedWait(this, left);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return List.of();
      }
      left = until - System.nanoTime();
    }
    List<PlacedEntry> read = new ArrayList<>();
    long size = 0;
    for (PlacedEntry entry : entries) {
      if (entry.place().compareTo(after) > 0) {
        size += size(entry);
        if (size > most && !read.isEmpty()) {
          break;
        }
        read.add(entry);
      }
    }
    return read;
  }

  @GuardedBy("this")
  private boolean has(Place after) {
    return !entries.isEmpty() && entries.get(entries.size() - 1).place().compareTo(after) > 0;
  }

  /** Forgets the newest entries, as a replica does that is promoted before it has read them. */
  public synchronized void lose(int count) {
    for (int i = 0; i < count && !entries.isEmpty(); i++) {
      bytes -= size(entries.remove(entries.size() - 1));
      newest--;
    }
    long last = newest;
    epochs.removeIf(epoch -> epoch.kept() >= last);
    senders.clear();
    senders.putAll(dropped);
    for (PlacedEntry placed : entries) {
      if (placed.entry().isPresent()) {
        senders.put(placed.entry().get().sender(), placed.entry().get().number());
      }
    }
    suspect = true;
  }

  /** Forgets everything, as an engine does that keeps nothing on a disk and starts again. */
  public synchronized void wipe() {
    entries.clear();
    epochs.clear();
    senders.clear();
    dropped.clear();
    newest = 0;
    bytes = 0;
  }

  /** Drops the oldest entries, but not the newest one. */
  public synchronized void trim(int count) {
    for (int i = 0; i < count && entries.size() > 1; i++) {
      dropOldest();
    }
  }

  /** Answers what is appended with an error, or no longer. */
  public synchronized void refuse(boolean refuses) {
    refusing = refuses;
  }

  /** {@return the newest place; none if there is no epoch} */
  public synchronized Place newest() {
    return epochs.isEmpty() ? Place.NONE : new Place(epoch(), newest);
  }

  @GuardedBy("this")
  private void begin(Place known) {
    Place end = newest();
    if (epochs.isEmpty() || suspect || end.compareTo(known) < 0) {
      long last = Math.max(end.epoch(), known.epoch());
      epochs.add(new Epoch(Math.max(last + 1, clock.getAsLong()), newest));
      suspect = false;
      add(Optional.empty());
      notifyAll();
    }
  }

  @GuardedBy("this")
  private void add(Optional<Entry> entry) {
    newest++;
    PlacedEntry placed = new PlacedEntry(newest(), clock.getAsLong(), entry);
    entries.add(placed);
    bytes += size(placed);
  }

  @GuardedBy("this")
  private void dropOldest() {
    PlacedEntry oldest = entries.remove(0);
    bytes -= size(oldest);
    oldest.entry().ifPresent(entry -> dropped.merge(entry.sender(), entry.number(), Math::max));
  }

  @GuardedBy("this")
  private long epoch() {
    return epochs.get(epochs.size() - 1).number();
  }

  @GuardedBy("this")
  private Extent extent() {
    List<Epoch> last = epochs.subList(Math.max(0, epochs.size() - EPOCHS), epochs.size());
    return new Extent(last, newest - entries.size(), newest());
  }

  private static long size(PlacedEntry placed) {
    return placed.entry().map(entry -> entry.body().length).orElse(0);
  }
}
