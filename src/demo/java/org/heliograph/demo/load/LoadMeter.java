package org.heliograph.demo.load;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.util.concurrent.TimeUnit;
import javax.management.JMException;
import javax.management.ObjectName;
import org.heliograph.BroadcastFailedException;
import org.heliograph.Channels;
import org.heliograph.Cluster;
import org.heliograph.demo.Deliveries;
import org.heliograph.demo.ThisNode;

/**
 * Sends the server's load to {@code server/load}, and to {@code live-metrics} for premium users, as
 * long as the application runs.
 */
@WebListener
public class LoadMeter implements ServletContextListener {
  private static final Logger LOGGER = System.getLogger("org.heliograph.demo");
  private static final int CHANNELS = 2;

  // each second a node sends its load, and one entry of the library's own by which others know it
  private static final int OF_A_NODE = CHANNELS + 1;

  @Inject Channels channels;
  @Inject Loads loads;
  @Inject ThisNode thisNode;
  @Inject Cluster cluster;
  @Resource ManagedThreadFactory threads;

  private final EventRate events = new EventRate();
  private final Rate deliveries = new Rate();
  private final long since = System.currentTimeMillis();
  private long number = 1;
  private double eventsPerSecond;
  private ServletContext application;
  private Thread thread;

  @Override
  public void contextInitialized(ServletContextEvent event) {
    application = event.getServletContext();
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
        TimeUnit.SECONDS.sleep(1);
        try {
          tell();
        } catch (BroadcastFailedException e) {
          LOGGER.log(Level.DEBUG, "The log of all nodes is away; the next load is a second off", e);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the application ends
    } catch (IllegalStateException e) {
      LOGGER.log(Level.DEBUG, "The application has ended before this thread", e);
    }
  }

  private void tell() {
    Load load = measure();
    channels.to("live-metrics").send("load", load);
    String position = channels.to("server/load").send("load", load);
    loads.add(load);
    number++; // it has gone out: where that fails, the next one is sent under its number
    eventsPerSecond = events.next(position, System.nanoTime(), own());
  }

  private int own() {
    return thisNode.name().isPresent() ? OF_A_NODE * cluster.nodes() : CHANNELS;
  }

  private Load measure() {
    MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
    return new Load(
        System.currentTimeMillis(),
        cpu(),
        heap.getUsed(),
        heap.getMax(),
        channels.connectionCount(),
        Math.max(0, Math.round(eventsPerSecond)),
        Math.max(0, Math.round(deliveriesPerSecond())),
        thisNode.name(),
        since,
        number);
  }

  private double deliveriesPerSecond() {
    return deliveries.next(Deliveries.of(application), System.nanoTime());
  }

  // by its name, since not every server lets an application see the class that has it
  private static double cpu() {
    try {
      ObjectName system = new ObjectName(ManagementFactory.OPERATING_SYSTEM_MXBEAN_NAME);
      Object cpu =
          ManagementFactory.getPlatformMBeanServer().getAttribute(system, "ProcessCpuLoad");
      return Math.max(0, (Double) cpu); // negative where it is not known yet
    } catch (JMException e) {
      throw new IllegalStateException("This Java platform does not tell its CPU load", e);
    }
  }
}
