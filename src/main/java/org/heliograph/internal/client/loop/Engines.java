package org.heliograph.internal.client.loop;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.http.HttpClient;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
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
    Optional<ExecutorService> own =
        executor.isPresent()
            ? Optional.empty()
            : Optional.of(Executors.newSingleThreadExecutor(threads));
    SerialExecutor deliveries =
        new SerialExecutor(executor.or(() -> own).orElseThrow(), Engines::warn);
    Engine.Life life =
        new Engine.Life() {
          @Override
          public void closing() {
            deliveries.close();
          }

          @Override
          public void shutdown() {
            loop.shutdown();
            workers.shutdown();
            own.ifPresent(thread -> deliveries.execute(thread::shutdown)); // after what waits
          }

          @Override
          public void awaitEnd() {
            loop.awaitEnd();
          }
        };
    return new Engine(loop, transport, deliveries, workers, life);
  }

  private static void warn(RejectedExecutionException e) {
    LOGGER.log(
        Level.WARNING,
        "HELIOGRAPH-0504: The executor of the client's listeners takes no more tasks, so they hear"
            + " nothing",
        e);
  }
}
