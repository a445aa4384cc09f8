package org.heliograph.internal.routing;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What it costs to find the declaration of a channel, which every broadcast and stream does. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class MatchBenchmark {
  private final ChannelRouter<String> router =
      ChannelRouter.of(
          List.of(
              route("announcements"),
              route("users/{id}"),
              route("teams/{team}/updates"),
              route("orders/{id: \\d+}"),
              route("files/{path: .+}")));

  private static Route<String> route(String pattern) {
    return new Route<>(ChannelPattern.parse(pattern), pattern);
  }

  /** A name without parameters. */
  @Benchmark
  public Object literal() {
    return router.match(ChannelName.parse("announcements"));
  }

  /** A name with a parameter in the middle. */
  @Benchmark
  public Object parameter() {
    return router.match(ChannelName.parse("teams/blue/updates"));
  }

  /** A name that a regular expression decides on. */
  @Benchmark
  public Object regex() {
    return router.match(ChannelName.parse("orders/1234567"));
  }
}
