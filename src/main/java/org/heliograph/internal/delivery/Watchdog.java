package org.heliograph.internal.delivery;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/**
 * Keeps the workers working: a worker that a write has blocked for {@value #PATIENCE} looks is
 * replaced. The watchdog looks every {@value #INTERVAL_MILLIS} ms while there is work, and not at
 * all when there is none.
 */
final class Watchdog implements Runnable, Supervisor {
  private static final Logger LOGGER = System.getLogger("org.heliograph");
  private static final int INTERVAL_MILLIS = 10;
  private static final int PATIENCE = SlowLane.SLOW_MILLIS / INTERVAL_MILLIS;
  private static final int IDLE_LOOKS = 100;

  private final Function<Supervisor, Worker> hire;
  private final ThreadFactory factory;
  private final List<Thread> threads = new CopyOnWriteArrayList<>();

  /** The watchdog's own, once it has started. */
  private final Map<Worker, Look> looks = new HashMap<>();

  // the watchdog's own
  private int missing;
  private boolean failing;

  // set at the start
  private volatile Thread own;

  // written by the watchdog and by whoever wakes or stops it
  private volatile boolean watching = true;
  private volatile boolean stopped;

  /** What was seen of a worker: its count of drains, and how often it was the same. */
  private record Look(long drains, int times) {}

  /**
   * Makes a watchdog without workers.
   *
   * @param hire makes a worker that works under the watchdog
   */
  Watchdog(Function<Supervisor, Worker> hire, ThreadFactory factory) {
    this.hire = hire;
    this.factory = factory;
  }

  void start(int workers) {
    for (int i = 0; i < workers; i++) {
      addWorker();
    }
    own = factory.newThread(this);
    own.start();
  }

  @Override
  public void watch() {
    if (!watching && own != null) {
      watching = true;
      LockSupport.unpark(own);
    }
  }

  @Override
  public void run() {
    int idle = 0;
    while (!stopped) {
      if (missing > 0 || looks.keySet().stream().anyMatch(Worker::isDraining)) {
        idle = 0;
      } else if (++idle > IDLE_LOOKS) {
        rest();
        idle = 0;
      }
      look();
      replace();
      LockSupport.parkNanos(this, TimeUnit.MILLISECONDS.toNanos(INTERVAL_MILLIS));
    }
  }

  /** Sleeps until a worker has something to do; one that begins just now is seen here or wakes. */
  private void rest() {
    watching = false;
    if (!stopped && looks.keySet().stream().noneMatch(Worker::isDraining)) {
      LockSupport.park(this);
    }
    watching = true;
  }

  private void look() {
    for (Worker worker : new ArrayList<>(looks.keySet())) {
      Look last = looks.get(worker);
      long drains = worker.drains();
      int times = worker.isDraining() && drains == last.drains() ? last.times() + 1 : 0;
      looks.put(worker, new Look(drains, times));
      if (times >= PATIENCE && worker.abandon()) {
        looks.remove(worker);
        missing++;
      }
    }
  }

  private void replace() {
    try {
      for (; missing > 0; missing--) {
        addWorker();
        failing = false;
      }
    } catch (RuntimeException | Error e) { // no thread can be had: perhaps at the next look
      LOGGER.log(
          failing ? Level.DEBUG : Level.ERROR,
          "HELIOGRAPH-0006: A worker that is blocked could not be replaced yet",
          e);
      failing = true;
    }
  }

  private void addWorker() {
    Worker worker = hire.apply(this);
    Thread thread = factory.newThread(worker);
    threads.removeIf(t -> !t.isAlive());
    threads.add(thread);
    thread.start();
    looks.put(worker, new Look(0, 0));
  }

  @Override
  public boolean isStopped() {
    return stopped;
  }

  /** Stops all workers, those that are blocked too. */
  void stop() {
    stopped = true;
    LockSupport.unpark(own);
    threads.forEach(Thread::interrupt);
  }

  void await(long waitMillis) throws InterruptedException {
    if (own != null) {
      own.join(waitMillis);
    }
    for (Thread thread : threads) {
      thread.join(Math.max(1, waitMillis / threads.size()));
    }
  }
}
