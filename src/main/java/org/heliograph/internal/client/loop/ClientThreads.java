package org.heliograph.internal.client.loop;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Makes the threads of one client: daemons with the class loader of whoever built the client, as an
 * application in a container needs it.
 */
public final class ClientThreads implements ThreadFactory {
  private final ClassLoader loader = Thread.currentThread().getContextClassLoader();
  private final AtomicInteger made = new AtomicInteger();

  @Override
  public Thread newThread(Runnable task) {
    Thread thread = new Thread(task, "heliograph-client-" + made.incrementAndGet());
    thread.setDaemon(true);
    thread.setContextClassLoader(loader);
    return thread;
  }
}
