package org.heliograph.it;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.heliograph.it.support.http.Fleet;
import org.heliograph.it.support.http.SseStream;
import org.heliograph.it.support.server.ServerProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many streams of the demo's own at a time, on a server of its own. */
class OwnStreamLoadIT {
  private static final int STOPPED = 20;
  private static final int BEATING = 1000;
  private static final long SOME_BYTES = 16L << 20;

  /** Some to sample and to write, and none for each stream. */
  private static final int SOME_THREADS = 64;

  @Test
  @Timeout(value = 8, unit = MINUTES)
  void heapStaysFlatWhileAMillionRowsWaitBehindEachOfManyReadersThatHaveStopped() throws Exception {
    try (ServerProcess server = ServerProcess.start("-Xmx512m", "-Dheliograph.write-timeout=5m");
        Fleet stopped = new Fleet(server.at("api/rows?count=1000000"))) {
      stopped.openStalled(STOPPED);
      try (SseStream metrics = SseStream.open(server.at("api/metrics"))) {
        awaitStreams(metrics, STOPPED + 1);
        long early = live(server);
        for (int second = 0; second < 5; second++) {
          metrics.next();
        }
        long late = live(server);
        System.out.printf(
            "Live bytes behind %d readers that have stopped: %d KiB, 5 s later %d KiB%n",
            STOPPED, early >> 10, late >> 10);
        assertThat(late - early).isLessThan(SOME_BYTES);
      }
      server.kill();
    }
  }

  /** {@return the bytes of what is reachable, all garbage being collected first} */
  private static long live(ServerProcess server) throws Exception {
    String histogram = server.jcmd("GC.class_histogram");
    Matcher total = Pattern.compile("Total +\\d+ +(\\d+)").matcher(histogram);
    assertThat(total.find()).as(histogram).isTrue();
    return Long.parseLong(total.group(1));
  }

  private static void awaitStreams(SseStream metrics, int count) throws InterruptedException {
    while (number(metrics, "streams") < count) {
      // the next second
    }
  }

  private static long number(SseStream metrics, String name) throws InterruptedException {
    String data = metrics.next().data();
    Matcher number = Pattern.compile("\"" + name + "\":(\\d+)").matcher(data);
    assertThat(number.find()).as(data).isTrue();
    return Long.parseLong(number.group(1));
  }

  @Test
  @Timeout(value = 8, unit = MINUTES)
  void thousandStreamsThatBeatHoldNoThreadEach() throws Exception {
    try (ServerProcess server = ServerProcess.start("-Dheliograph.streams.max=2000");
        Fleet beating = new Fleet(server.at("api/metrics?"))) {
      long idle = threads(server);
      beating.openStalled(BEATING);
      try (SseStream metrics = SseStream.open(server.at("api/metrics"))) {
        awaitStreams(metrics, BEATING + 1);
        for (int second = 0; second < 3; second++) {
          metrics.next();
          long now = threads(server);
          System.out.printf(
              "Threads of %d streams that beat: %d, before them %d%n", BEATING, now, idle);
          assertThat(now - idle).isLessThan(SOME_THREADS);
        }
      }
      server.kill();
    }
  }

  private static long threads(ServerProcess server) throws Exception {
    return server.threads().stream().filter(name -> name.startsWith("heliograph-")).count();
  }
}
