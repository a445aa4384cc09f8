package org.heliograph.internal.client.http;

import java.net.http.HttpHeaders;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Flow;

/**
 * The head of an answer, and its body to come. Somebody must read the body or {@link #discard} it,
 * else its connection is never free again.
 *
 * @param status the HTTP status
 * @param headers the headers
 * @param body the bytes
 */
public record Answer(int status, HttpHeaders headers, Flow.Publisher<List<ByteBuffer>> body) {

  /** {@return the content type, empty where there is none} */
  public String contentType() {
    return headers.firstValue("content-type").orElse("");
  }

  /** {@return whether the body is a {@code text/event-stream}, whatever its parameters} */
  public boolean isEventStream() {
    String type = contentType().split(";", 2)[0].strip();
    return type.toLowerCase(Locale.ROOT).equals("text/event-stream");
  }

  /** Gives up the body. */
  public void discard() {
    body.subscribe(Body.cancelled());
  }
}
