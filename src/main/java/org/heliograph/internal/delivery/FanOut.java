package org.heliograph.internal.delivery;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.function.LongSupplier;
import org.heliograph.internal.log.ChannelState;
import org.heliograph.internal.log.Cursor;
import org.heliograph.internal.log.HubLog;
import org.heliograph.internal.signal.Signals;

/**
 * Has everyone told what is new: a channel with something new is a pass over its subscribers that
 * all workers share; a connection that is ready again, or has a control event, is drained by
 * itself. Thread-safe.
 */
public final class FanOut {
  private static final Logger LOGGER = System.getLogger("org.heliograph");

  private final HubLog<Drainable> log;
  private final int workers;
  private final Pacer pacer;
  private final TaskQueue tasks = new TaskQueue();
  private final DrainLoop loop;
  private final SlowLane slowLane;
  private final Watchdog watchdog;

  /**
   * Makes a fan-out whose threads have not been started.
   *
   * @param clock milliseconds from any origin
   * @param signals counts what is written
   */
  public FanOut(
      HubLog<Drainable> log,
      DeliveryOptions options,
      HubThreads threads,
      LongSupplier clock,
      Signals signals) {
    this.log = log;
    this.workers = options.workers();
    this.pacer = new Pacer(clock, threads.factory());
    this.loop = new DrainLoop(tasks, signals);
    this.slowLane = new SlowLane(loop, threads.slowLane(), options.slowLane());
    this.watchdog = new Watchdog(this::worker, threads.factory());
  }

  private Worker worker(Supervisor supervisor) {
    return new Worker(tasks, loop, slowLane, supervisor);
  }

  /** Starts the threads. */
  public void start() {
    pacer.start();
    watchdog.start(workers);
  }

  /** Tells the threads to end, those included that a write blocks. */
  public void stop() {
    pacer.stop();
    watchdog.stop();
  }

  /** Waits until the threads have ended, or the time is over. */
  public void await(long waitMillis) throws InterruptedException {
    watchdog.await(waitMillis);
  }

  /** {@return how many connections are written to where a write that blocks holds up nobody} */
  public int slowWrites() {
    return slowLane.inUse();
  }

  /** A channel has something new. */
  public void deliver(ChannelState<Drainable> channel) {
    if (channel.subscriberCount() > 0 && channel.undelivered().getAndIncrement() == 0) {
      queue(channel);
    }
  }

  /**
   * Queues a pass, whatever happens: nobody else will while there is something undelivered. Without
   * a timer the channel does not rest.
   */
  private void queue(ChannelState<Drainable> channel) {
    Runnable pass = () -> tasks.add(worker -> begin(channel, worker));
    try {
      pacer.at(channel.restUntil(), pass);
    } catch (RuntimeException | Error e) { // no thread can be had
      LOGGER.log(Level.DEBUG, "A channel cannot rest", e);
      pass.run();
    }
  }

  /** A connection has something new, or is ready again. */
  public void wake(Drainable connection) {
    if (connection.ownership().acquire()) {
      tasks.addOwned(connection);
    }
  }

  private void begin(ChannelState<Drainable> channel, Drainer worker) {
    int delivered = channel.undelivered().get();
    long begun;
    List<Cursor<Drainable>> targets;
    try {
      begun = pacer.now();
      targets = log.beginPass(channel);
    } catch (RuntimeException | Error e) { // the next broadcast is to begin another pass
      finish(channel, delivered);
      throw e;
    }
    Pass pass = new Pass(targets, slowest -> end(channel, begun, delivered, slowest), this::share);
    try {
      share(pass, Math.min(workers, Pass.worth(targets.size())) - 1);
    } finally { // with fewer workers, if need be
      pass.run(worker);
    }
  }

  /** Queues a task so many times, but not for more workers than there are. */
  private void share(Task task, int times) {
    for (int i = 0; i < Math.min(workers, times); i++) {
      tasks.add(task);
    }
  }

  private void end(ChannelState<Drainable> channel, long begun, int delivered, long slowest) {
    try {
      log.endPass(channel, slowest);
      channel.restUntil(pacer.restUntil(begun, channel.undelivered().get()));
    } finally {
      finish(channel, delivered);
    }
  }

  private void finish(ChannelState<Drainable> channel, int delivered) {
    if (channel.undelivered().addAndGet(-delivered) != 0) {
      queue(channel);
    }
  }

  /** Works on the calling thread until nothing is queued: for tests, without threads. */
  public void runAll() {
    worker(watchdog).performAll();
  }
}
