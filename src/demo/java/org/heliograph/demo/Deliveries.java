package org.heliograph.demo;

import jakarta.servlet.ServletContext;
import java.lang.management.ManagementFactory;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/** Reads by JMX what the library counts of this application on this node. */
public final class Deliveries {
  private Deliveries() {}

  /**
   * Counts what has been written to streams, one for each event and stream.
   *
   * @param application whose streams
   * @return how many deliveries there were since the application started; 0 while JMX does not know
   *     of it, which is when it begins and when it ends
   */
  public static long of(ServletContext application) {
    String path = application.getContextPath();
    MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
    try {
      ObjectName signals =
          new ObjectName(
              "org.heliograph:type=Signals,application=" + (path.isEmpty() ? "/" : path));
      return (Long) beans.getAttribute(signals, "Delivered");
    } catch (InstanceNotFoundException e) {
      return 0;
    } catch (JMException e) {
      throw new IllegalStateException("JMX does not tell what was delivered at " + path, e);
    }
  }
}
