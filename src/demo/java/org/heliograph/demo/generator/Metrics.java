package org.heliograph.demo.generator;

import java.lang.management.ManagementFactory;
import org.heliograph.streams.EventStreams;

/**
 * The Java virtual machine at one moment.
 *
 * @param heap bytes of heap in use
 * @param threads how many there are
 * @param streams streams that {@link EventStreams} has begun and that go on
 */
public record Metrics(long heap, int threads, int streams) {

  static Metrics now(int streams) {
    return new Metrics(
        ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(),
        ManagementFactory.getThreadMXBean().getThreadCount(),
        streams);
  }
}
