package org.heliograph.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The demo goes with streams open, on a server of its own. */
class LifecycleIT {
  private static final int STREAMS = 100;

  @Test
  void serverThatStopsSaysGoodBye() throws Exception {
    try (ServerProcess server = ServerProcess.start()) {
      List<SseStream> streams = open(server);
      server.stop();
      for (SseStream stream : streams) {
        assertGoodBye(stream);
      }
      assertThat(server.log().complaints()).isEmpty();
    }
  }

  private static List<SseStream> open(ServerProcess server) throws Exception {
    List<SseStream> streams = new ArrayList<>();
    for (int i = 0; i < STREAMS; i++) {
      SseStream stream = SseStream.open(server.at("_sse?channel=announcements"));
      stream.next("hg.subscribed");
      streams.add(stream);
    }
    return streams;
  }

  private static void assertGoodBye(SseStream stream) throws InterruptedException {
    assertThat(stream.next("hg.bye").data())
        .isEqualTo("{\"reason\":\"shutdown\",\"reconnect\":true}");
    stream.awaitEnd();
  }
}
