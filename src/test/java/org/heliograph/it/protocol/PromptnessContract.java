package org.heliograph.it.protocol;

import static java.util.concurrent.TimeUnit.NANOSECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import org.heliograph.it.support.StreamingApplication;
import org.heliograph.it.support.http.SseStream;
import org.heliograph.it.support.http.Way;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * When events arrive: at once, whatever carries them. The channels here have no heartbeat, so that
 * nothing pushes out later what a server has kept.
 */
public interface PromptnessContract extends StreamingApplication {
  /** What a server keeps, it keeps for some of the streams only. */
  int STREAMS = 12;

  long AT_ONCE_MILLIS = 1000;

  private static String silent() {
    return StreamingApplication.fresh().replace("open/", "silent/");
  }

  private static long millisSince(long nanos) {
    return NANOSECONDS.toMillis(System.nanoTime() - nanos);
  }

  @ParameterizedTest
  @EnumSource
  default void welcomeReplayAndEventsArriveAtOnce(Way way) throws Exception {
    HttpClient client = way.client();
    open(client, way, silent()).close(); // the first stream of all takes what a server takes once
    List<SseStream> streams = new ArrayList<>();
    List<Long> waits = new ArrayList<>();
    for (int i = 0; i < STREAMS; i++) {
      String channel = silent();
      streams.add(open(client, way, channel, waits));
    }
    for (SseStream stream : streams) {
      stream.close();
    }
    assertThat(waits).as("milliseconds over " + way).allMatch(wait -> wait < AT_ONCE_MILLIS);
  }

  private SseStream open(HttpClient client, Way way, String channel, String... headers)
      throws Exception {
    URI uri = way.uri(at(endpoint() + "?channel=" + channel));
    SseStream stream = SseStream.open(client, uri, headers);
    assertThat(stream.head().version()).isEqualTo(way.version());
    stream.next("hg.subscribed");
    return stream;
  }

  /** Opens a stream that resumes, and has one and several events sent to it. */
  private SseStream open(HttpClient client, Way way, String channel, List<Long> waits)
      throws Exception {
    String position = broadcast(channel, "seen");
    String last = control("burst", "channel", channel, "count", "3", "size", "10");
    long begin = System.nanoTime();
    SseStream stream = open(client, way, channel, "Last-Event-ID", position);
    waits.add(millisSince(begin));
    waits.add(millisUntil(last, stream));
    waits.add(millisUntil(broadcast(channel, "live"), stream));
    last = control("burst", "channel", channel, "count", "50", "size", "1000");
    waits.add(millisUntil(last, stream));
    return stream;
  }

  private static long millisUntil(String id, SseStream stream) throws InterruptedException {
    long begin = System.nanoTime();
    while (!stream.next("message").id().equals(id)) {
      // one that was sent before
    }
    return millisSince(begin);
  }
}
