package org.heliograph.bench.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the benchmark reads of a response, wherever it is cut. */
class EventScannerTest {
  private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n";
  private static final String CHUNKED = HEAD + "Transfer-Encoding: chunked\r\n\r\n";
  private static final String EVENTS =
      """
      : heliograph

      id: e.1
      event: hg.welcome
      data: {"client":"x"}

      id: e.2
      data: {"channel":"c","event":"tick","data":{"n":0,"t":17,"x":"xx"}}

      : hb
      id: e.3
      data: {"n":1,"t":18}

      data:{"n":23,"t":1900000000001}

      """;
  private static final List<String> SEEN =
      List.of("hg.welcome", "0 at 17", "1 at 18", "23 at 1900000000001");

  private final List<String> seen = new ArrayList<>();
  private final EventScanner events =
      new EventScanner(
          new EventScanner.Listener() {
            @Override
            public void event(long number, long time) {
              seen.add(number + " at " + time);
            }

            @Override
            public void named(String name) {
              seen.add(name);
            }
          });
  private final ResponseReader response = new ResponseReader(events);

  private void read(String text, int piece) {
    byte[] bytes = text.getBytes(ISO_8859_1);
    for (int from = 0; from < bytes.length; from += piece) {
      response.read(bytes, from, Math.min(bytes.length, from + piece));
    }
  }

  private static String chunks(String body, int size) {
    StringBuilder chunks = new StringBuilder();
    for (int from = 0; from < body.length(); from += size) {
      String chunk = body.substring(from, Math.min(body.length(), from + size));
      chunks.append(Integer.toHexString(chunk.length())).append("\r\n").append(chunk);
      chunks.append("\r\n");
    }
    return chunks.toString();
  }

  @Test
  void eventsAreFoundWhereverTheBytesAreCut() {
    for (int piece = 1; piece < 300; piece++) {
      EventScannerTest test = new EventScannerTest();
      test.read(HEAD + "\r\n" + EVENTS, piece);
      assertThat(test.seen).as("pieces of %d bytes", piece).isEqualTo(SEEN);
      assertThat(test.events.lastId()).isEqualTo("e.3");
      assertThat(test.response.status()).isEqualTo(200);
    }
  }

  @Test
  void chunksAndReadsMayCutAnywhere() {
    for (int size = 1; size < 80; size++) {
      for (int piece : new int[] {1, 2, 7, 64, 4096}) {
        EventScannerTest test = new EventScannerTest();
        test.read(CHUNKED + chunks(EVENTS, size), piece);
        assertThat(test.seen).as("chunks of %d, pieces of %d", size, piece).isEqualTo(SEEN);
        assertThat(test.response.isDone()).isFalse();
      }
    }
  }

  @Test
  void theEndOfTheCodingIsTheEndOfTheStream() {
    read(CHUNKED + "6;name=value\r\ndata:x\r\n0\r\n\r\n", 5);

    assertThat(response.isDone()).isTrue();
    assertThat(seen).isEmpty();
  }

  @Test
  void whatIsNotHttpIsRefused() {
    assertThatThrownBy(() -> read("SSH-2.0-OpenSSH\r\n\r\n", 100)).hasMessageContaining("SSH-2.0");
    EventScannerTest sizes = new EventScannerTest();
    assertThatThrownBy(() -> sizes.read(CHUNKED + "g\r\n", 100)).hasMessageContaining("g");
  }

  @Test
  void theStatusOfARefusalIsTold() {
    read("HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n", 10);

    assertThat(response.status()).isEqualTo(503);
  }
}
