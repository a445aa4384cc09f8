package org.heliograph.internal.eventstream.life;

import java.util.concurrent.atomic.AtomicInteger;

/** Counts what is still going on of something, and says when all of it has come to its end. */
final class Parts {
  private final AtomicInteger count = new AtomicInteger(1);
  private final Runnable atEnd;

  /** Begins with one part. */
  Parts(Runnable atEnd) {
    this.atEnd = atEnd;
  }

  /** One more begins; for whoever is part of it, or the end may have come. */
  void enter() {
    count.incrementAndGet();
  }

  /** One has come to its end. */
  void leave() {
    if (count.decrementAndGet() == 0) {
      atEnd.run();
    }
  }
}
