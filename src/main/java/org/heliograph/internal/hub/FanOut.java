package org.heliograph.internal.hub;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Decides who drains which connection: a channel with something new is a pass over its subscribers
 * that all workers share; a connection that is ready again, or has a control event, is drained by
 * itself. Whatever is queued is queued once.
 */
final class FanOut {
  private static final Logger LOGGER = System.getLogger("org.heliograph");

  private final HubLog log;
  private final Pacer pacer;
  private final SlowLane slowLane;
  private final Watchdog watchdog;
  private final int workers;
  private final BlockingQueue<Task> tasks = new LinkedBlockingQueue<>();

  FanOut(HubLog log, HubOptions options, HubThreads threads, Pacer pacer) {
    this.log = log;
    this.pacer = pacer;
    this.workers = options.workers();
    this.slowLane = new SlowLane(this, threads.slowLane(), options.slowLane());
    this.watchdog = new Watchdog(this, threads.factory());
  }

  /** Something a worker does. */
  @FunctionalInterface
  interface Task {
    void run(Worker worker);
  }

  void start() {
    pacer.start();
    watchdog.start(workers);
  }

  void stop() {
    pacer.stop();
    watchdog.stop();
  }

  void await(long waitMillis) throws InterruptedException {
    watchdog.await(waitMillis);
  }

  /** A channel has something new. */
  void deliver(ActiveChannel channel) {
    if (channel.subscriberCount() > 0 && channel.undelivered.getAndIncrement() == 0) {
      queue(channel);
    }
  }

  private void queue(ActiveChannel channel) {
    pacer.at(channel.restUntil, () -> tasks.add(worker -> begin(channel, worker)));
  }

  /** A connection has something new, or is ready again. */
  void wake(Connection connection) {
    if (connection.ownership.acquire()) {
      tasks.add(worker -> worker.drain(connection, null));
    }
  }

  private void begin(ActiveChannel channel, Worker worker) {
    long begun = pacer.now();
    int delivered = channel.undelivered.get();
    Subscription[] targets = log.beginPass(channel);
    Pass pass = new Pass(targets, slowest -> end(channel, begun, delivered, slowest));
    for (int i = 1; i < Math.min(workers, targets.length / Pass.SHARE); i++) {
      tasks.add(pass);
    }
    pass.run(worker);
  }

  private void end(ActiveChannel channel, long begun, int delivered, long slowest) {
    log.endPass(channel, slowest);
    channel.restUntil = pacer.restUntil(begun);
    if (channel.undelivered.addAndGet(-delivered) != 0) {
      queue(channel);
    }
  }

  /** A worker has been held up: others go on with its pass. */
  void resume(Pass pass) {
    if (pass != null) {
      tasks.add(pass);
      pass.done();
    }
  }

  /** Drains an owned connection and gives it back, or queues it again if it has a lot to say. */
  void drainOwned(Connection connection, Batch batch) {
    do {
      try {
        if (connection.drain(batch)) {
          tasks.add(worker -> worker.drain(connection, null));
          return;
        }
      } catch (Exception | Error e) { // an error too: it is this connection's, let others go on
        LOGGER.log(Level.DEBUG, "A stream has failed", e);
        connection.lost();
      }
    } while (!connection.ownership.release());
  }

  SlowLane slowLane() {
    return slowLane;
  }

  Watchdog watchdog() {
    return watchdog;
  }

  boolean isStopped() {
    return watchdog.isStopped();
  }

  Task take() throws InterruptedException {
    return tasks.take();
  }

  /** Works on the calling thread until nothing is queued: for tests, without threads. */
  void runAll() {
    Worker here = new Worker(this);
    for (Task task = tasks.poll(); task != null; task = tasks.poll()) {
      task.run(here);
    }
  }
}
