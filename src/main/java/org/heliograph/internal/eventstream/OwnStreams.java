package org.heliograph.internal.eventstream;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import jakarta.ws.rs.ServiceUnavailableException;
import jakarta.ws.rs.sse.SseEventSink;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.heliograph.Channels;
import org.heliograph.internal.hub.Hub;
import org.heliograph.internal.log.MessageEncoder;
import org.heliograph.streams.EventStreams;

/** The streams of one application's own: how many there are, and how they all end. Thread-safe. */
public final class OwnStreams {
  private static final Logger LOGGER = System.getLogger("org.heliograph");
  private static final long TICK_MILLIS = 250;
  private static final long RETRY_SECONDS = 5;

  private final Surroundings around;
  private final Set<RunningStream> running = ConcurrentHashMap.newKeySet();

  /** The sinks that have a stream. */
  private final Set<SseEventSink> taken =
      Collections.synchronizedSet(Collections.newSetFromMap(new IdentityHashMap<>()));

  @GuardedBy("this")
  private boolean ticking;

  @GuardedBy("this")
  private boolean stopping;

  /**
   * Makes no stream yet, and no thread.
   *
   * @param hub writes to the clients
   * @param payloads turns payloads into JSON
   * @param factory makes the threads that run the application's code
   */
  public OwnStreams(
      Hub hub, EventStreamOptions options, MessageEncoder payloads, ThreadFactory factory) {
    this(
        new Surroundings(
            options,
            new StreamThreads(factory),
            new ItemEncoder(payloads),
            hub::wake,
            hub.closer(),
            () -> TimeUnit.NANOSECONDS.toMillis(System.nanoTime()),
            reason -> new ServiceUnavailableException(reason, RETRY_SECONDS, null)));
  }

  OwnStreams(Surroundings around) {
    this.around = around;
  }

  Surroundings around() {
    return around;
  }

  /** {@return the client behind a sink as a target} */
  public EventStreams.SinkTarget to(SseEventSink sink) {
    return new SinkDestination(this, sink);
  }

  /**
   * {@return a channel as a target}
   *
   * @param heard whether anybody listens to the channel now
   */
  public EventStreams.ChannelTarget to(Channels.Target channel, BooleanSupplier heard) {
    return new ChannelDestination(this, channel, heard, Optional.empty());
  }

  /** {@return how many streams have not ended} */
  public int count() {
    return running.size();
  }

  /**
   * Begins a stream to a sink.
   *
   * @throws IllegalStateException if the sink has a stream, or is closed
   * @throws ServiceUnavailableException as {@link #begin(Function)} does
   */
  RunningStream begin(SseEventSink sink, Function<RunningStream, Output> output) {
    if (!taken.add(sink)) {
      throw new IllegalStateException(
          "This sink has a stream already: a sink takes one, until it ends");
    }
    boolean begun = false;
    try {
      if (sink.isClosed()) {
        throw new IllegalStateException(
            "This sink is closed: a stream needs the sink of a request that goes on");
      }
      RunningStream stream = begin(output);
      begun = true;
      stream.ended().thenRun(() -> taken.remove(sink));
      return stream;
    } finally {
      if (!begun) {
        taken.remove(sink);
      }
    }
  }

  /**
   * Begins a stream.
   *
   * @param output makes the stream's output
   * @throws ServiceUnavailableException if there are as many as there may be, or the application is
   *     stopping
   */
  RunningStream begin(Function<RunningStream, Output> output) {
    RunningStream stream = new RunningStream(around.threads());
    stream.begin(output.apply(stream));
    admit(stream);
    stream.ended().thenRun(() -> running.remove(stream));
    return stream;
  }

  private synchronized void admit(RunningStream stream) {
    if (stopping) {
      throw around.refusal().apply("The application is stopping");
    }
    if (running.size() >= around.options().max()) {
      throw around
          .refusal()
          .apply(
              "This node is full: it holds %d streams of the application's own (heliograph.streams.max)"
                  .formatted(around.options().max()));
    }
    running.add(stream);
    if (!ticking) {
      ticking = true;
      ScheduledFuture<?> unused =
          around
              .threads()
              .timer()
              .scheduleWithFixedDelay(this::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  /** Looks after all streams once. */
  void tick() {
    long now = around.clock().getAsLong();
    for (RunningStream stream : running) {
      try {
        stream.output().tick(now);
      } catch (RuntimeException | Error e) { // let the others beat
        LOGGER.log(Level.ERROR, "HELIOGRAPH-0403: Looking after a stream failed, going on", e);
      }
    }
  }

  /**
   * Ends all streams, and begins no more.
   *
   * @param waitMillis how long clients have to take what they are still sent, and jobs to end
   */
  public void close(long waitMillis) throws InterruptedException {
    synchronized (this) {
      stopping = true;
    }
    running.forEach(stream -> stream.stop("The server is stopping"));
    awaitAll(waitMillis);
    running.forEach(RunningStream::gone);
    around.threads().stop();
    around.threads().await(waitMillis);
  }

  private void awaitAll(long waitMillis) throws InterruptedException {
    CompletableFuture<?>[] ends =
        running.stream()
            .map(stream -> stream.ended().toCompletableFuture())
            .toArray(CompletableFuture<?>[]::new);
    try {
      CompletableFuture.allOf(ends).get(waitMillis, TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException e) {
      LOGGER.log(Level.DEBUG, "Streams go on beyond the end of their application", e);
    }
  }
}
