package org.heliograph.internal.eventstream;

import static java.util.Objects.requireNonNull;

import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.Flow;
import java.util.stream.Stream;
import org.heliograph.SseEvent;
import org.heliograph.internal.eventstream.life.RunningStream;
import org.heliograph.streams.EventStream;
import org.heliograph.streams.EventStreams;
import org.heliograph.streams.ProgressTask;

/** What can be sent to clients and channels alike. */
abstract class Destination implements EventStreams.Target {
  private final OwnStreams streams;
  private final Optional<SseEvent> afterSource;

  /**
   * Makes a destination.
   *
   * @param afterSource what follows the last item of a source; empty for nothing
   */
  Destination(OwnStreams streams, Optional<SseEvent> afterSource) {
    this.streams = streams;
    this.afterSource = afterSource;
  }

  OwnStreams streams() {
    return streams;
  }

  /**
   * Begins a stream.
   *
   * @throws jakarta.ws.rs.ServiceUnavailableException if there are as many as there may be, or the
   *     application is stopping
   */
  abstract RunningStream begin();

  @Override
  public EventStream progress(ProgressTask task) {
    requireNonNull(task, "A progress stream runs a task, was null");
    RunningStream stream = begin();
    stream.run(() -> new ProgressReport(stream).run(task, streams.around().encoder().payloads()));
    return stream;
  }

  @Override
  public EventStream from(Stream<?> source) {
    return read(source);
  }

  @Override
  public EventStream from(Iterator<?> source) {
    return read(source);
  }

  @Override
  public EventStream from(Iterable<?> source) {
    return read(source);
  }

  private EventStream read(Object source) {
    requireNonNull(source, "A stream has a source of items, was null");
    try {
      RunningStream stream = begin();
      stream.run(() -> new SourceReader(stream, source).run(afterSource));
      return stream;
    } catch (RuntimeException | Error e) { // too many, or no thread can be had
      SourceReader.closeUnread(source, e);
      throw e;
    }
  }

  @Override
  public EventStream from(Flow.Publisher<?> source) {
    requireNonNull(source, "A stream has a source of items, was null");
    RunningStream stream = begin();
    stream.call(() -> source.subscribe(new PublisherReader(stream, afterSource)));
    return stream;
  }
}
