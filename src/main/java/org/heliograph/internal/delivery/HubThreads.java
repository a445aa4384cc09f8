package org.heliograph.internal.delivery;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The threads a hub may use.
 *
 * @param factory makes the workers and the timer
 * @param slowLane runs writes that may block, as many at a time as the settings allow
 * @param closer ends streams, which may block too
 */
public record HubThreads(ThreadFactory factory, Executor slowLane, Executor closer) {
  private static final Logger LOGGER = System.getLogger("org.heliograph");
  private static final int IDLE_SECONDS = 10;

  /** {@return threads of a factory, and virtual ones for what blocks where those do no harm} */
  public static HubThreads of(ThreadFactory factory) {
    return new HubThreads(
        factory, blocking(factory, Runtime.version().feature()), new Closers(factory));
  }

  /**
   * Makes what runs the slow lane.
   *
   * @param java the version: before 24 a virtual thread that blocks within a monitor, as containers
   *     do, takes a processor from all others (JEP 491)
   */
  static Executor blocking(ThreadFactory factory, int java) {
    if (java >= 24) {
      try {
        // by reflection, since class scanners of servers choke on newer byte code
        return (Executor) Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
      } catch (ReflectiveOperationException e) {
        LOGGER.log(Level.DEBUG, "No virtual threads", e);
      }
    }
    return new ThreadPoolExecutor(
        0, Integer.MAX_VALUE, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), factory);
  }

  /** Looks after the threads that end streams; to be called regularly, by one thread. */
  public void look() {
    if (closer instanceof Closers closers) {
      closers.look();
    }
  }

  /** Takes no more work. */
  public void stop() {
    if (closer instanceof Closers closers) {
      closers.hurry();
    }
    services().forEach(ExecutorService::shutdown);
  }

  /** Waits for the work that is going on, and breaks off what takes longer than the wait. */
  public void await(long waitMillis) throws InterruptedException {
    for (ExecutorService service : services().toList()) {
      if (!service.awaitTermination(waitMillis, TimeUnit.MILLISECONDS)) {
        service.shutdownNow();
      }
    }
  }

  private Stream<ExecutorService> services() {
    return Stream.of(slowLane, closer)
        .filter(ExecutorService.class::isInstance)
        .map(ExecutorService.class::cast);
  }
}
