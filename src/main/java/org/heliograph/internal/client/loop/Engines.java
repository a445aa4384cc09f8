package org.heliograph.internal.client.loop;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.http.HttpClient;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.heliograph.internal.client.http.HttpTransport;

/** Makes the threads and connections of a client, as far as the application gives none. */
public final class Engines {
  private static final Logger LOGGER = System.getLogger("org.heliograph");

  private Engines() {}

  /**
   * Makes an engine.
   *
   * @param httpClient sends requests, if the application gives one
   * @param executor runs listeners, if the application gives one
   * @return an engine whose threads have the context class loader of the caller
   */
  public static Engine of(Optional<HttpClient> httpClient, Optional<Executor> executor) {
    ClientThreads threads = new ClientThreads();
    ThreadLoop loop = new ThreadLoop(threads);
    ExecutorService workers = Executors.newCachedThreadPool(threads);
    HttpClient client =
        httpClient.orElseGet(() -> HttpClient.newBuilder().executor(workers).build());
    HttpTransport transport = new HttpTransport(client, httpClient.isEmpty());
    if (executor.isPresent()) {
      SerialExecutor deliveries = new SerialExecutor(executor.get(), Engines::warn);
      return new Engine(loop, transport, deliveries, workers, () -> shutdown(loop, workers));
    }
    ExecutorService own = listenerThread(threads);
    SerialExecutor deliveries = new SerialExecutor(own, Engines::warn);
    return new Engine(
        loop,
        transport,
        deliveries,
        workers,
        () -> {
          shutdown(loop, workers);
          deliveries.execute(own::shutdown);
        });
  }

  /**
   * One thread. What comes when the client is closed, such as a question whether a channel is
   * ready, is answered on the thread that asks.
   */
  private static ExecutorService listenerThread(ThreadFactory threads) {
    return new ThreadPoolExecutor(
        1,
        1,
        0,
        TimeUnit.SECONDS,
        new LinkedBlockingQueue<>(),
        threads,
        (task, pool) -> task.run());
  }

  private static void shutdown(ThreadLoop loop, ExecutorService workers) {
    loop.shutdown();
    workers.shutdown();
  }

  private static void warn(RejectedExecutionException e) {
    LOGGER.log(
        Level.WARNING,
        "HELIOGRAPH-0404: The executor of the client's listeners takes no more tasks, so they hear"
            + " nothing",
        e);
  }
}
