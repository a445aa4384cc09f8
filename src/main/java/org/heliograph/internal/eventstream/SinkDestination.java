package org.heliograph.internal.eventstream;

import static java.util.Objects.requireNonNull;

import jakarta.ws.rs.sse.SseEventSink;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.heliograph.internal.eventstream.life.RunningStream;
import org.heliograph.internal.eventstream.life.SinkOutput;
import org.heliograph.internal.wire.SinkWire;
import org.heliograph.streams.EventOutput;
import org.heliograph.streams.EventStream;
import org.heliograph.streams.EventStreams;

/** The client of a JAX-RS method. Immutable. */
final class SinkDestination extends Destination implements EventStreams.SinkTarget {
  private static final Duration LONGEST = Duration.ofNanos(Long.MAX_VALUE);

  private final SseEventSink sink;
  private final Runnable prepare;

  /**
   * Makes a destination.
   *
   * @param prepare prepares the response, once a stream is to begin
   */
  SinkDestination(OwnStreams streams, SseEventSink sink, Runnable prepare) {
    super(streams, Optional.empty());
    this.sink = requireNonNull(sink, "A stream needs the sink of a JAX-RS method, was null");
    this.prepare = prepare;
  }

  @Override
  RunningStream begin() {
    SinkWire wire = new SinkWire(streams().around().closer());
    RunningStream stream =
        streams().begin(sink, begun -> new SinkOutput(begun, wire, streams().around()));
    prepare.run();
    wire.start((SinkOutput) stream.output(), sink);
    return stream;
  }

  @Override
  public EventStream every(Duration interval, Supplier<?> source) {
    requireNonNull(source, "A beat needs a supplier of items, was null");
    if (interval.compareTo(Duration.ofMillis(1)) < 0 || interval.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "A beat takes a millisecond or more, and 292 years at most, was " + interval);
    }
    long nanos = interval.toNanos();
    RunningStream stream = begin();
    new Beat(stream, source).start(streams().around().threads().timer(), nanos);
    return stream;
  }

  @Override
  public EventStream manual(Consumer<EventOutput> start) {
    requireNonNull(start, "A manual stream begins with a consumer of its output, was null");
    RunningStream stream = begin();
    stream.callHere(() -> start.accept(new ManualOutput(stream)));
    return stream;
  }
}
