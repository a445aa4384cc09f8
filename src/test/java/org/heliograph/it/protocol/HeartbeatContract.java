package org.heliograph.it.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.heliograph.it.support.StreamingApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Heartbeats, in an application where {@code beating} has some and {@code silent/…} have none. */
@Timeout(value = 1, unit = TimeUnit.MINUTES)
public interface HeartbeatContract extends StreamingApplication {
  private Socket connect(String channel) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), base().getPort());
    OutputStream out = socket.getOutputStream();
    String head = "GET %s_sse?channel=%s HTTP/1.1\r\nHost: localhost\r\n\r\n";
    out.write(head.formatted(base().getPath(), channel).getBytes(UTF_8));
    out.flush();
    return socket;
  }

  private static List<String> readTo(String wanted, int times, Socket socket) throws IOException {
    InputStream in = socket.getInputStream();
    BufferedReader reader = new BufferedReader(new InputStreamReader(in, UTF_8));
    List<String> lines = new ArrayList<>();
    int found = 0;
    while (found < times) {
      String line = reader.readLine();
      assertThat(line).as("the stream goes on").isNotNull();
      lines.add(line);
      found += line.startsWith(wanted) ? 1 : 0;
    }
    return lines;
  }

  @Test
  default void everyChannelHasItsOwnHeartbeat() throws Exception {
    try (Socket silent = connect("silent/beside");
        Socket beating = connect("beating")) {
      List<String> lines = readTo(": hb", 3, beating);
      assertThat(lines).anyMatch(line -> line.contains("\"heartbeat\":250,"));
      control("broadcast", "channel", "silent/beside", "data", "now");
      assertThat(readTo("data: {\"channel\":\"silent/beside\",\"data\":", 1, silent))
          .anyMatch(line -> line.contains("\"heartbeat\":0,"))
          .doesNotContain(": hb");
    }
  }
}
