package org.heliograph.internal.delivery;

import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
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
  private static final int CLOSERS = 256;
  private static final int IDLE_SECONDS = 10;

  /** {@return threads of a factory, and virtual ones for what blocks where the JVM has them} */
  public static HubThreads of(ThreadFactory factory) {
    ThreadPoolExecutor closer =
        new ThreadPoolExecutor(
            CLOSERS, CLOSERS, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), factory);
    closer.allowCoreThreadTimeOut(true);
    return new HubThreads(factory, blocking(factory), closer);
  }

  private static Executor blocking(ThreadFactory factory) {
    try {
      // Java 21 and later; by reflection, since class scanners of servers choke on newer byte code
      return (Executor) Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
    } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
      return new ThreadPoolExecutor(
          0, Integer.MAX_VALUE, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), factory);
    }
  }

  /** Takes no more work. */
  public void stop() {
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
