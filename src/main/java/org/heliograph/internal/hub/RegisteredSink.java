package org.heliograph.internal.hub;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.concurrent.CompletionStage;
import org.heliograph.internal.stream.Connection;

/** An application's sink, whose failure and end its broadcaster hears of. */
final class RegisteredSink implements SseEventSink {
  private final SseEventSink sink;
  private final ChannelBroadcaster broadcaster;

  // written under the monitor, read by anyone
  private volatile boolean kept;

  @GuardedBy("this")
  private Connection connection;

  @GuardedBy("this")
  private boolean ending;

  RegisteredSink(SseEventSink sink, ChannelBroadcaster broadcaster) {
    this.sink = sink;
    this.broadcaster = broadcaster;
  }

  /** It has become a stream, which ends at once if that was wanted meanwhile. */
  synchronized void connected(Connection stream) {
    connection = stream;
    if (ending) {
      stream.close();
    }
  }

  /**
   * Ends the stream.
   *
   * @param closing whether the sink ends with it
   */
  synchronized void end(boolean closing) {
    kept = !closing;
    ending = true;
    if (connection != null) {
      connection.close();
    }
  }

  @Override
  public CompletionStage<?> send(OutboundSseEvent event) {
    try {
      return sink.send(event)
          .whenComplete(
              (sent, failure) -> {
                if (failure != null) {
                  broadcaster.failed(sink, failure);
                }
              });
    } catch (RuntimeException e) {
      broadcaster.failed(sink, e);
      throw e;
    }
  }

  @Override
  public boolean isClosed() {
    return sink.isClosed();
  }

  @Override
  public void close() {
    if (!kept) {
      sink.close();
    }
    broadcaster.left(sink);
  }
}
