package org.heliograph.internal.hub;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.HashMap;
import java.util.Map;

/**
 * The sinks of the application's own that are streams. A sink carries one stream: two would send at
 * once, of which sinks lose and reorder events. Thread-safe.
 */
public final class SinkClaims {
  @GuardedBy("this")
  private final Map<SseEventSink, String> owners = new HashMap<>();

  /**
   * Claims a sink.
   *
   * @param owner what the sink is used for, for people
   * @throws IllegalStateException if it is used already
   */
  public synchronized void claim(SseEventSink sink, String owner) {
    String other = owners.putIfAbsent(sink, owner);
    if (other != null) {
      throw new IllegalStateException(
          "A sink carries one stream, and this one is used for "
              + other
              + " already; for several channels on one stream, use Channels.connect(sink, channels)");
    }
  }

  /** Gives a sink back, which has ended or is the application's again. */
  public synchronized void release(SseEventSink sink) {
    owners.remove(sink);
  }
}
