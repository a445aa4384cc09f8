package org.heliograph.internal.eventstream;

import static org.awaitility.Awaitility.await;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.heliograph.internal.eventstream.life.EventStreamOptions;
import org.heliograph.internal.eventstream.life.ItemEncoder;
import org.heliograph.internal.eventstream.life.StreamThreads;
import org.heliograph.internal.eventstream.life.Surroundings;
import org.heliograph.internal.hub.Hub;
import org.heliograph.internal.hub.HubBuilder;
import org.heliograph.internal.log.MessageEncoder;
import org.heliograph.internal.testing.TestSink;
import org.heliograph.streams.EventStream;
import org.heliograph.streams.EventStreams;

/** The streams of an application, with real threads, and a clock that the test moves. */
final class StreamsFixture {
  static final Duration HEARTBEAT = Duration.ofSeconds(15);
  static final Duration WRITE_TIMEOUT = Duration.ofSeconds(20);
  static final int MAX = 3;

  private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
  private final AtomicLong clock = new AtomicLong();
  private final Jsonb jsonb = JsonbBuilder.create();
  private final Hub hub = new HubBuilder().threads(this::thread).build();

  /** Whether no more threads can be had. */
  volatile boolean exhausted;

  final OwnStreams streams =
      new OwnStreams(
          new Surroundings(
              new EventStreamOptions(MAX, HEARTBEAT, WRITE_TIMEOUT),
              new StreamThreads(this::thread),
              new ItemEncoder(new MessageEncoder(jsonb::toJson)),
              hub::wake,
              hub.closer(),
              clock::get,
              IllegalStateException::new));

  StreamsFixture() {
    hub.start();
  }

  private Thread thread(Runnable task) {
    if (exhausted) {
      throw new OutOfMemoryError("unable to create native thread");
    }
    Thread thread = new Thread(task);
    thread.setDaemon(true);
    threads.add(thread);
    return thread;
  }

  /** The client behind a sink. */
  EventStreams.SinkTarget to(SseEventSink sink) {
    return streams.to(sink, () -> {});
  }

  /** Lets time pass, and has it noticed. */
  void pass(Duration time) {
    clock.addAndGet(time.toMillis());
    streams.tick();
  }

  /** Lets whatever is under way arrive until a stream has ended. */
  void deliverUntilEnd(TestSink sink, EventStream stream) {
    await()
        .pollInterval(Duration.ofMillis(1))
        .until(
            () -> {
              while (sink.underWay() > 0) {
                sink.arrive();
              }
              return stream.ended().toCompletableFuture().isDone();
            });
  }

  /** The names of the threads that live, of all that were made. */
  Set<String> living() {
    return threads.stream()
        .filter(Thread::isAlive)
        .map(Thread::getName)
        .collect(Collectors.toSet());
  }

  /** Ends all streams, as the end of the application does. */
  void stop() throws InterruptedException {
    streams.close(2000);
  }

  /** Ends all there is. */
  void close() throws Exception {
    stop();
    hub.close();
    jsonb.close();
  }
}
