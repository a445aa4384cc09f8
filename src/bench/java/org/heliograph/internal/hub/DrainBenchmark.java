package org.heliograph.internal.hub;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.heliograph.Broadcast;
import org.heliograph.internal.log.Message;
import org.heliograph.internal.stream.Connection;
import org.heliograph.internal.stream.NullWire;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What an event costs without a container: to publish it; to deliver it on each stream, in a pass
 * over a thousand streams, with one event and with sixteen; to merge ten channels. On one thread.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class DrainBenchmark {
  private static final int STREAMS = 1000;
  private static final int EVENTS = 16;
  private static final int CHANNELS = 10;

  private final HubFixture fixture = new HubFixture();
  private final Message[] messages = new Message[CHANNELS];

  private Message alone;

  /** Opens streams with one channel, and as many with ten. */
  @Setup
  public void open() {
    String[] ten = new String[CHANNELS];
    for (int i = 0; i < CHANNELS; i++) {
      ten[i] = "ten" + i;
      messages[i] = message(ten[i]);
    }
    alone = message("one");
    for (int i = 0; i < STREAMS; i++) {
      open("one");
      open(ten);
    }
    fixture.run();
  }

  private void open(String... channels) {
    Connection connection =
        fixture.hub.open(
            fixture.request(Optional.empty(), Optional.empty(), channels), new NullWire());
    connection.wake();
  }

  private Message message(String channel) {
    return fixture.hub.prepare(Broadcast.to(channel).event("tick").data("x".repeat(100)));
  }

  /** An event of a channel without streams is encoded, and gets its place in the log. */
  @Benchmark
  public Object publish() {
    return fixture.hub.publish(message("nobody"));
  }

  /** One event, one write a stream. */
  @Benchmark
  @OperationsPerInvocation(STREAMS)
  public void drainOne() {
    fixture.hub.publish(alone);
    fixture.run();
  }

  /** Sixteen events, one write a stream. */
  @Benchmark
  @OperationsPerInvocation(STREAMS * EVENTS)
  public void drainSixteen() {
    for (int i = 0; i < EVENTS; i++) {
      fixture.hub.publish(alone);
    }
    fixture.run();
  }

  /** One event of each of ten channels, in the order in which they were published. */
  @Benchmark
  @OperationsPerInvocation(STREAMS * CHANNELS)
  public void mergeTen() {
    for (Message message : messages) {
      fixture.hub.publish(message);
    }
    fixture.run();
  }
}
