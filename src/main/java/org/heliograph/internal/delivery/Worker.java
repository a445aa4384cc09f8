package org.heliograph.internal.delivery;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicReference;
import org.heliograph.internal.log.Batch;

/** A thread that drains connections until one of them blocks it for too long. */
final class Worker implements Runnable, Drainer {
  private static final Logger LOGGER = System.getLogger("org.heliograph");

  private final TaskQueue tasks;
  private final DrainLoop loop;
  private final SlowLane slowLane;
  private final Supervisor supervisor;
  private final Batch batch = new Batch();

  /** What this worker drains; taken from it by compare-and-set, by itself or by the watchdog. */
  private final AtomicReference<Drainable> current = new AtomicReference<>();

  // the worker's own; for the watchdog once it has taken the connection
  private Pass pass;

  // set by the watchdog, once
  private volatile SlowLane.Place place;

  // written by the worker, read by the watchdog
  private volatile long drains;

  Worker(TaskQueue tasks, DrainLoop loop, SlowLane slowLane, Supervisor supervisor) {
    this.tasks = tasks;
    this.loop = loop;
    this.slowLane = slowLane;
    this.supervisor = supervisor;
  }

  @Override
  public void run() {
    try {
      while (place == null && !supervisor.isStopped()) {
        perform(tasks.take());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the hub is closing
    }
  }

  private void perform(Task task) {
    try {
      task.run(this);
    } catch (RuntimeException | Error e) {
      LOGGER.log(Level.ERROR, "HELIOGRAPH-0002: Delivering events failed, going on", e);
    }
  }

  /** Does all that is queued on the calling thread: for tests, without threads. */
  void performAll() {
    for (Task task = tasks.poll(); task != null; task = tasks.poll()) {
      task.run(this);
    }
  }

  @Override
  public boolean drain(Drainable connection, Pass from) {
    if (connection.writes().isSlow()) {
      slowLane.take(connection);
      return true;
    }
    pass = from;
    drains = drains() + 1;
    current.set(connection);
    supervisor.watch();
    loop.drain(connection, batch);
    if (current.compareAndSet(connection, null)) {
      pass = null;
      return true;
    }
    awaitPlace().leave();
    return false;
  }

  /** Waits for the moment that the watchdog, which has taken the connection, needs to set it. */
  private SlowLane.Place awaitPlace() {
    while (place == null) {
      Thread.onSpinWait();
    }
    return place;
  }

  /** {@return how many drains have begun: unchanged while one blocks} */
  long drains() {
    return drains;
  }

  boolean isDraining() {
    return current.get() != null;
  }

  /**
   * Takes the blocked connection off this worker, which ends when the drain returns; for the
   * watchdog. The replacement goes on with the pass.
   *
   * @return whether the worker must be replaced
   */
  boolean abandon() {
    Drainable connection = current.get();
    SlowLane.Place found = connection == null ? null : slowLane.reserve();
    if (found == null) {
      return false;
    }
    if (!current.compareAndSet(connection, null)) {
      found.leave(); // the write has returned just now: it is to have no consequences
      return false;
    }
    found.enter(connection);
    if (pass != null) {
      tasks.add(pass);
      pass.done();
    }
    place = found;
    return true;
  }
}
