package org.heliograph.internal.wire;

import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.concurrent.Executor;
import org.heliograph.internal.hub.Hub;
import org.heliograph.internal.log.Batch;
import org.heliograph.internal.stream.Connection;
import org.heliograph.internal.stream.Wire;
import org.heliograph.internal.stream.request.StreamRequest;

/**
 * A stream over a container's {@link SseEventSink} (Jakarta REST 3.1 section 9). One event is under
 * way at a time, and the next is sent by one of the hub's threads, never from within the callback
 * of the last: sinks lose and reorder events otherwise.
 *
 * <p>A sink takes an event by its fields, so each frame's bytes are read back into fields and the
 * container makes bytes of them once more. That is done for streams of the container's sinks alone,
 * which write event by event and cost many times more anyway; the log keeps one form, the bytes
 * that all other streams share.
 */
public final class SinkWire implements Wire {
  /** Some containers send the head of the response with the first event only. */
  private static final SinkEvent GREETING = SinkEvent.comment("heliograph");

  private final ResponseGuard guard;

  // Mutable state

  /** Written once, by start; read once the guard lets in. */
  private Wire.Listener listener;

  /** Written once, by start; read once the guard lets in. */
  private SseEventSink sink;

  /** The drain owner's: used by one thread of the hub at a time. */
  private boolean greeted;

  /**
   * A wire that writes nothing until it is started.
   *
   * @param disposable runs what may block
   */
  public SinkWire(Executor disposable) {
    this.guard = new ResponseGuard(disposable);
  }

  /**
   * Makes a container's sink a stream of the hub.
   *
   * @param hub serves the stream
   * @param sink used by nobody else from now on
   * @param request what the stream is to carry
   * @throws IllegalStateException if the hub refuses the stream
   */
  public static Connection attach(Hub hub, SseEventSink sink, StreamRequest request) {
    SinkWire wire = new SinkWire(hub.closer());
    Connection connection = hub.open(request, wire);
    wire.start(connection, sink);
    return connection;
  }

  /**
   * Begins the stream; called once.
   *
   * @param to the stream that writes
   * @param container used by nobody else from now on
   */
  public void start(Wire.Listener to, SseEventSink container) {
    listener = to;
    sink = container;
    guard.begin(container::close);
    to.wake();
  }

  @Override
  public boolean isReady() {
    if (!guard.isFree()) {
      return false;
    }
    if (!greeted) {
      greeted = true;
      send(GREETING);
    }
    return guard.isFree();
  }

  @Override
  public String transport() {
    return "jaxrs";
  }

  @Override
  public boolean write(Batch batch) {
    SinkEvent event = SinkEvent.parse(batch.bytes(), batch.length());
    if (event.needsCare()) {
      event.adaptTo(SinkDialect.current());
    }
    send(event);
    return guard.isFree();
  }

  @Override
  public boolean oneByOne() {
    return true;
  }

  private void send(OutboundSseEvent event) {
    if (!guard.enter()) {
      return;
    }
    boolean underWay = false;
    try {
      sink.send(event).whenComplete((sent, failure) -> sent(failure));
      underWay = true;
    } finally {
      if (!underWay) {
        guard.leave();
      }
    }
  }

  private void sent(Throwable failure) {
    guard.leave();
    if (failure == null) {
      listener.wake();
    } else {
      listener.lost();
    }
  }

  @Override
  public void close() {
    guard.end();
  }
}
