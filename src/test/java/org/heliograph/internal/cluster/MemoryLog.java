package org.heliograph.internal.cluster;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One node's way to a {@link MemoryEngine}, which can be cut, and can lose answers. A reconnection
 * mends a reader that hears nothing, as it does with a connection that is half dead.
 */
public final class MemoryLog implements SharedLog {
  private final MemoryEngine engine;
  private final AtomicInteger unanswered = new AtomicInteger();
  private final AtomicInteger reconnections = new AtomicInteger();

  // written by the test, read by the node's threads
  private volatile boolean cut;
  private volatile boolean deaf;
  private volatile boolean closed;
  private volatile int readLimit = Integer.MAX_VALUE;

  MemoryLog(MemoryEngine engine) {
    this.engine = engine;
  }

  /** Has nothing get to the engine, or all again. */
  public void cut(boolean isCut) {
    cut = isCut;
  }

  /** Has reads answered with nothing until the log is read on another connection. */
  public void deafen() {
    deaf = true;
  }

  /** Has a read answer a few entries at most. */
  public void limitReads(int entries) {
    readLimit = entries;
  }

  /** Has the answers to the next appends lost, after they have been done. */
  public void loseAnswers(int count) {
    unanswered.set(count);
  }

  /** {@return how often the connections were given up} */
  public int reconnections() {
    return reconnections.get();
  }

  @Override
  public Extent look(Place known) throws UnreachableException {
    check();
    return engine.look(known);
  }

  @Override
  public Extent append(Place known, List<Entry> entries)
      throws UnreachableException, EngineRefusedException {
    check();
    Extent extent = engine.append(known, entries);
    if (unanswered.get() > 0) {
      unanswered.decrementAndGet();
      throw unreachable("the answer is lost");
    }
    return extent;
  }

  @Override
  public List<PlacedEntry> read(Place after, int maxBytes, Duration patience)
      throws UnreachableException {
    check();
    List<PlacedEntry> read = deaf ? List.of() : engine.read(after, maxBytes, patience);
    return read.subList(0, Math.min(readLimit, read.size()));
  }

  @Override
  public void reconnect() {
    deaf = false;
    reconnections.incrementAndGet();
  }

  @Override
  public void close() {
    closed = true;
  }

  private void check() throws UnreachableException {
    if (cut || closed) {
      throw unreachable(closed ? "closed" : "cut");
    }
  }

  private static UnreachableException unreachable(String why) {
    return new UnreachableException(why, new IllegalStateException(why));
  }
}
