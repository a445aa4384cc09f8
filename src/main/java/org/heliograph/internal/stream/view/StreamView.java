package org.heliograph.internal.stream.view;

import java.util.List;
import java.util.Optional;
import org.heliograph.internal.delivery.Drainable;
import org.heliograph.internal.log.Cursor;
import org.heliograph.internal.stream.request.StreamRequest;
import org.heliograph.internal.stream.time.ConnectionTimes;

/**
 * A stream as it is seen from outside. No method takes a lock, so what they answer may already have
 * changed.
 *
 * @param request what was known of the client when the stream was opened
 * @param transport how the stream is written: {@code servlet} or {@code jaxrs}
 * @param times when the stream was opened
 * @param places the stream's place in each of its channels
 */
public record StreamView(
    StreamRequest request,
    String transport,
    ConnectionTimes times,
    List<Cursor<Drainable>> places) {

  /** {@return the name of the principal that opened the stream, if there was one} */
  public Optional<String> user() {
    return request.user();
  }

  /** {@return how many events wait for the stream, over all its channels} */
  public long behind() {
    long sum = 0;
    for (Cursor<Drainable> place : places) { // of all streams: an iterator less to throw away
      sum += place.behind();
    }
    return sum;
  }
}
