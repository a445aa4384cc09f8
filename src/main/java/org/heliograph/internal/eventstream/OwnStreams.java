package org.heliograph.internal.eventstream;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import jakarta.ws.rs.ServiceUnavailableException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
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
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.heliograph.Channels;
import org.heliograph.internal.eventstream.life.EventStreamOptions;
import org.heliograph.internal.eventstream.life.ItemEncoder;
import org.heliograph.internal.eventstream.life.Output;
import org.heliograph.internal.eventstream.life.RunningStream;
import org.heliograph.internal.eventstream.life.StreamThreads;
import org.heliograph.internal.eventstream.life.Surroundings;
import org.heliograph.internal.hub.Hub;
import org.heliograph.internal.log.Json;
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
            OwnStreams::refusal));
  }

  /** With a body (RFC 9457), without which RESTEasy would log the exception as an error. */
  private static RuntimeException refusal(String reason) {
    return new ServiceUnavailableException(
        reason,
        Response.status(Response.Status.SERVICE_UNAVAILABLE)
            .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
            .type("application/problem+json")
            .entity(
                "{\"type\":\"about:blank\",\"title\":\"Service Unavailable\",\"status\":503,\"detail\":"
                    + Json.quote(reason)
                    + "}")
            .build());
  }

  OwnStreams(Surroundings around) {
    this.around = around;
  }

  Surroundings around() {
    return around;
  }

  /**
   * {@return the client behind a sink as a target}
   *
   * @param prepare prepares the response, once a stream is to begin
   */
  public EventStreams.SinkTarget to(SseEventSink sink, Runnable prepare) {
    return new SinkDestination(this, sink, prepare);
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
      RunningStream stream = begin(output, () -> taken.remove(sink));
      begun = true;
      return stream;
    } finally {
      if (!begun) {
        taken.remove(sink);
      }
    }
  }

  /**
   * Begins a stream to something that takes many.
   *
   * @throws ServiceUnavailableException if there are as many as there may be, or the application is
   *     stopping
   */
  RunningStream begin(Function<RunningStream, Output> output) {
    return begin(output, () -> {});
  }

  private RunningStream begin(Function<RunningStream, Output> output, Runnable atEnd) {
    AtomicReference<RunningStream> self = new AtomicReference<>();
    RunningStream stream =
        new RunningStream(
            around.threads(),
            () -> {
              running.remove(self.get());
              atEnd.run();
            });
    self.set(stream);
    stream.begin(output.apply(stream));
    admit(stream);
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
              "This node is full: it holds %s streams of the application's own (heliograph.streams.max)"
                  .formatted(around.options().max()));
    }
    if (!ticking) {
      ScheduledFuture<?> unused =
          around
              .threads()
              .timer()
              .scheduleWithFixedDelay(this::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
      ticking = true;
    }
    running.add(stream);
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

  /** Has all streams end, with a word to their readers, and begins no more; waits for nobody. */
  public void dismiss() {
    synchronized (this) {
      stopping = true;
    }
    running.forEach(stream -> stream.stop("The server is stopping"));
  }

  /**
   * Ends all streams, begins no more, and stops the threads.
   *
   * @param waitMillis how long clients have to take what they are still sent, and jobs to end
   */
  public void close(long waitMillis) throws InterruptedException {
    dismiss();
    try {
      awaitAll(waitMillis);
    } finally {
      running.forEach(RunningStream::gone);
      around.threads().stop();
    }
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
