package org.heliograph.streams;

import jakarta.ws.rs.sse.SseEventSink;
import java.time.Duration;
import java.util.Iterator;
import java.util.concurrent.Flow;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.heliograph.Channels;

/**
 * Streams of an application's own, to inject anywhere: {@code streams.to(sink).from(orders)} writes
 * to the {@code SseEventSink} of a JAX-RS method, {@code streams.to(channels.to("jobs/7"))
 * .progress(job)} to a channel. Thread-safe; no method waits for a client.
 *
 * <p>An item is an {@link org.heliograph.SseEvent}, or any other object, which is sent as JSON in
 * an event without a name; to a sink a String is sent as a JSON string, too. A stream that fails
 * ends with an event {@code error} whose data is {@code {"message":…}}: the message of a {@link
 * StreamException}, or one that gives nothing away, in which case the exception is logged.
 *
 * <p>Jobs, sources, suppliers and clean-ups run on threads that the server manages, with the class
 * loader of whoever began the stream and without that request. Each {@code progress}, and each
 * {@code from} but that of a publisher, holds one such thread until it ends.
 *
 * <p>Beginning a stream throws {@link jakarta.ws.rs.ServiceUnavailableException}, which JAX-RS
 * answers with 503, if there are {@code heliograph.streams.max} streams already or the application
 * is stopping; {@link IllegalStateException} if the sink is closed or has a stream; and {@link
 * NullPointerException} if an argument is null. The source of a stream that could not begin is
 * closed.
 */
public interface EventStreams {

  /**
   * Addresses the client of a JAX-RS method. {@code heliograph.streams.heartbeat} says how often an
   * idle client gets a comment, by which it is also noticed that a client has gone; {@code
   * heliograph.write-timeout} how long one that does not read is waited for.
   *
   * @param sink the method's sink, which the stream closes and nobody else may use
   * @return the client as a target, for one stream
   * @throws NullPointerException if the sink is null
   */
  SinkTarget to(SseEventSink sink);

  /**
   * Addresses a channel, whose clients can resume. The stream goes on when a client goes.
   *
   * @param channel the channel, less those who shall not get the events
   * @return the channel as a target
   * @throws org.heliograph.UnknownChannelException if no pattern declares the channel
   * @throws IllegalArgumentException if the name of the channel is malformed
   * @throws NullPointerException if the channel is null
   */
  ChannelTarget to(Channels.Target channel);

  /**
   * Counts the streams of an application's own.
   *
   * @return streams that have not ended, of this application on this node
   */
  int count();

  /** Where a stream goes, and what can be sent there. Each call begins one stream. */
  interface Target {

    /**
     * Runs a job and tells how far it is: events {@code progress} with {@code {"percent":…,
     * "message":…}}, then {@code complete} with {@code "percent":100} and the parts of the result.
     *
     * @param task the job
     * @return the stream, which has begun
     */
    EventStream progress(ProgressTask task);

    /**
     * Sends the items of a Java stream, which is closed when all is sent, when the client goes and
     * when it fails. An item is drawn when there is room for it: no more than sixteen are drawn and
     * not yet sent.
     *
     * @param source the items, none of them null
     * @return the stream, which has begun
     */
    EventStream from(Stream<?> source);

    /**
     * Sends the items of an iterator as {@link #from(Stream)} does; an iterator that is {@link
     * AutoCloseable} is closed.
     *
     * @param source the items, none of them null
     * @return the stream, which has begun
     */
    EventStream from(Iterator<?> source);

    /**
     * Sends the items of an iterable as {@link #from(Stream)} does; an iterable that is {@link
     * AutoCloseable} is closed, and so is its iterator if it is one, too. The iterator is asked for
     * on the stream's thread.
     *
     * @param source the items, none of them null
     * @return the stream, which has begun
     */
    EventStream from(Iterable<?> source);

    /**
     * Sends the items of a publisher, which is asked for one item at a time. The subscription is
     * cancelled when the client goes. A publisher that sends more than sixteen items that it was
     * not asked for fails the stream.
     *
     * @param source the items
     * @return the stream, which has begun
     */
    EventStream from(Flow.Publisher<?> source);
  }

  /** The client of a JAX-RS method. */
  interface SinkTarget extends Target {

    /**
     * Sends an item at once and then at each beat, until the client goes. No thread is held between
     * the beats. Nothing is sampled at a beat while an item waits to be sent. Few samples are taken
     * at a time: a supplier that blocks delays those of other streams.
     *
     * @param interval the time from one beat to the next, a millisecond or more
     * @param source gives an item; must not be null, nor give null
     * @return the stream, which has begun
     * @throws IllegalArgumentException if the interval is shorter than a millisecond, or longer
     *     than 292 years
     */
    EventStream every(Duration interval, Supplier<?> source);

    /**
     * Lets the application write by hand.
     *
     * @param start called at once, on the calling thread, with the hand to write by, which may be
     *     kept and used by any thread; what the consumer throws ends the stream with {@code error}
     * @return the stream, which has begun
     */
    EventStream manual(Consumer<EventOutput> start);
  }

  /**
   * A channel. On a channel an item has a name and data, and nothing else: ids are the channel's.
   * After the last item of a source comes an event {@code complete} with the data {@code {}}.
   */
  interface ChannelTarget extends Target {

    /**
     * Stops a stream that nobody listens to. Without this it goes on until it ends by itself or is
     * cancelled.
     *
     * @param time how long the channel may be without a subscriber, on any node, a millisecond or
     *     more
     * @return a target whose streams stop then, with {@code error}
     * @throws IllegalArgumentException if the time is shorter than a millisecond
     * @throws NullPointerException if the time is null
     */
    ChannelTarget stopUnheardAfter(Duration time);
  }
}
