package org.heliograph.internal.log;

import java.util.concurrent.TimeUnit;
import org.heliograph.Broadcast;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What a broadcast costs its publisher before it is appended, without the server's JSON-B. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class EncodeBenchmark {
  private final MessageEncoder encoder = new MessageEncoder(data -> "{\"text\":\"" + data + "\"}");
  private final Broadcast broadcast = Broadcast.to("chat/7").event("message").data(1234567);
  private final Broadcast text = Broadcast.to("chat/7").event("message").data("x".repeat(100));

  /** An object, in both formats. */
  @Benchmark
  public Object object() {
    return encoder.encode(broadcast, name -> ChannelOptions.DEFAULTS);
  }

  /** A text of a hundred characters, in both formats. */
  @Benchmark
  public Object text() {
    return encoder.encode(text, name -> ChannelOptions.DEFAULTS);
  }
}
