package org.heliograph.demo;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;
import org.heliograph.Channels;

/** Sends the server's load to {@code live-metrics}, as long as the application runs. */
@WebListener
public class LoadMeter implements ServletContextListener {
  private static final int INTERVAL_SECONDS = 2;

  @Inject Channels channels;
  @Resource ManagedThreadFactory threads;

  private Thread thread;

  /**
   * The load of the server.
   *
   * @param load processes that run or wait for a processor, the average of a minute
   * @param processors how many there are
   * @param heapMegabytes memory in use
   * @param connections open streams
   */
  public record Load(double load, int processors, long heapMegabytes, int connections) {}

  @Override
  public void contextInitialized(ServletContextEvent event) {
    thread = threads.newThread(this::run);
    thread.start();
  }

  @Override
  public void contextDestroyed(ServletContextEvent event) {
    thread.interrupt();
  }

  private void run() {
    try {
      while (true) {
        TimeUnit.SECONDS.sleep(INTERVAL_SECONDS);
        channels.to("live-metrics").send("load", measure());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the application ends
    }
  }

  private Load measure() {
    return new Load(
        Math.round(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage() * 100)
            / 100.0,
        Runtime.getRuntime().availableProcessors(),
        ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20,
        channels.connectionCount());
  }
}
