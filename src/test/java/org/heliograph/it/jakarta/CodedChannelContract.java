package org.heliograph.it.jakarta;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.heliograph.it.support.StreamingApplication;
import org.heliograph.it.support.http.SseStream;
import org.junit.jupiter.api.Test;

/**
 * Channels whose options stand in code, in an application with {@code org.heliograph.it.app.cdi}
 * where settings give {@code altered/{name}} another heartbeat of 500 ms.
 */
public interface CodedChannelContract extends StreamingApplication {
  /** What a stream is told that resumes behind the first of four events. */
  private String resumed(String channel) throws Exception {
    String first = broadcast(channel, "1");
    for (String data : new String[] {"2", "3", "4"}) {
      broadcast(channel, data);
    }
    try (SseStream stream = stream("channel=" + channel, "Last-Event-ID", first)) {
      return stream.next("hg.welcome").data() + stream.next("hg.subscribed").data();
    }
  }

  @Test
  default void channelIsAsItsCodeSays() throws Exception {
    assertThat(resumed("coded/" + UUID.randomUUID()))
        .contains("\"heartbeat\":250,", "\"recovered\":false,\"replayed\":2");
  }

  @Test
  default void settingHasTheLastWordOnWhatCodeSays() throws Exception {
    assertThat(resumed("altered/" + UUID.randomUUID()))
        .contains("\"heartbeat\":500,", "\"recovered\":false,\"replayed\":2");
  }
}
