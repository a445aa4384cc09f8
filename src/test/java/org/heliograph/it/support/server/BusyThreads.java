package org.heliograph.it.support.server;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import org.heliograph.it.support.http.Ticks;

/**
 * All threads of a server that serve requests, at work at the same time. An idle one may hold on to
 * its last tasks, and with them to an application that has gone.
 */
public final class BusyThreads {
  private static final int MORE_THAN_THREADS = 256;
  private static final byte[] BODY = "{}".getBytes(US_ASCII);
  private static final byte[] REQUEST =
      """
      POST /api/broadcast/bench/none HTTP/1.1
      Host: localhost
      Connection: close
      Authorization: %s
      Content-Type: application/json
      Content-Length: %d

      """
          .formatted(Ticks.AUTHORIZATION, BODY.length)
          .replace("\n", "\r\n")
          .getBytes(US_ASCII);

  private BusyThreads() {}

  /** Has all threads of a server wait for the rest of a request, and serve a few more each. */
  public static void giveOtherTasks(ServerProcess server) throws IOException {
    List<Socket> requests = new ArrayList<>();
    try {
      for (int i = 0; i < MORE_THAN_THREADS; i++) {
        Socket request = new Socket(InetAddress.getLoopbackAddress(), server.port());
        requests.add(request);
        request.getOutputStream().write(REQUEST);
      }
      for (Socket request : requests) {
        request.getOutputStream().write(BODY);
      }
      for (Socket request : requests) {
        assertThat(new String(request.getInputStream().readAllBytes(), US_ASCII))
            .startsWith("HTTP/1.1 200");
      }
    } finally {
      for (Socket request : requests) {
        request.close();
      }
    }
  }
}
