package org.heliograph.internal.eventstream;

import static java.util.Objects.requireNonNull;

import jakarta.ws.rs.sse.SseEventSink;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.heliograph.internal.wire.SinkWire;
import org.heliograph.streams.EventOutput;
import org.heliograph.streams.EventStream;
import org.heliograph.streams.EventStreams;

/** The client of a JAX-RS method. Immutable. */
final class SinkDestination extends Destination implements EventStreams.SinkTarget {
  private final SseEventSink sink;

  SinkDestination(OwnStreams streams, SseEventSink sink) {
    super(streams, Optional.empty());
    this.sink = requireNonNull(sink, "A stream needs the sink of a JAX-RS method, was null");
  }

  @Override
  RunningStream begin() {
    SinkWire wire = new SinkWire(streams().around().closer());
    RunningStream stream =
        streams().begin(sink, begun -> new SinkOutput(begun, wire, streams().around()));
    wire.start((SinkOutput) stream.output(), sink);
    return stream;
  }

  @Override
  public EventStream every(Duration interval, Supplier<?> source) {
    requireNonNull(source, "A beat needs a supplier of items, was null");
    if (interval.compareTo(Duration.ofMillis(1)) < 0) {
      throw new IllegalArgumentException("A beat takes a millisecond or more, was " + interval);
    }
    RunningStream stream = begin();
    new Beat(stream, source).start(streams().around().threads().timer(), interval);
    return stream;
  }

  @Override
  public EventStream manual(Consumer<EventOutput> start) {
    requireNonNull(start, "A manual stream begins with a consumer of its output, was null");
    RunningStream stream = begin();
    try {
      start.accept(new ManualOutput(stream));
    } catch (RuntimeException | Error e) { // an error too: the reader is to hear of it
      stream.fail(e);
    }
    return stream;
  }
}
