package org.heliograph.bench.report;

import java.util.Locale;
import java.util.Optional;

/** What is measured, with its unit. */
public enum Metric {
  /** Events that all streams together got in a second. */
  EVENTS("events/s", "%,.0f", "more is better"),
  /** The same in the first stretch of warming up. */
  WARMING("warming up", "%,.0f", ""),
  /** Events published in a second, by all publishers together. */
  PUBLISHED("publishes/s", "%,.0f", "more is better"),
  /** CPU time of the subject for each event on each stream, in microseconds. */
  CPU("cpu µs/event", "%.2f", "less is better"),
  /** Time from sending to receiving of half of the events, in milliseconds. */
  P50("p50 ms", "%.2f", ""),
  /** The same of all but a hundredth. */
  P99("p99 ms", "%.2f", "less is better"),
  /** The same of all but a thousandth. */
  P999("p99.9 ms", "%.2f", ""),
  /** Share of one core that Redis uses, which is not in the CPU time of the subject, in percent. */
  ENGINE("redis % of a core", "%.0f", "less is better"),
  /** Share of the subject's CPU time that JIT compilers take, in percent. */
  COMPILING("jit % of cpu", "%.1f", ""),
  /** Share of one core that the load generator uses, in percent. */
  LOAD("load % of a core", "%.0f", ""),
  /** Memory of the subject's processes, in MiB. */
  RESIDENT("rss MiB", "%,.0f", ""),
  /** Streams opened in a second. */
  OPENED("streams/s", "%,.0f", "more is better"),
  /** CPU time of the subject for each stream opened, in milliseconds. */
  CPU_OPEN("cpu ms/stream", "%.3f", "less is better"),
  /** Heap for each stream, in KiB. */
  HEAP("heap KiB/stream", "%.1f", "less is better"),
  /** Share of one core that is used, in percent. */
  CORE("% of a core", "%.2f", "less is better"),
  /** Time until all clients that came back have all that they missed, in milliseconds. */
  BACK("all back ms", "%,.0f", "less is better"),
  /** How often nodes have asked Redis for anything, or appended, until the clients were back. */
  CALLS("calls of redis", "%,.0f", ""),
  /** Entries of the log when a node started, in MiB. */
  LOG("log MiB", "%,.1f", ""),
  /** Time from the deployment of a node until it follows the log, in milliseconds. */
  FOLLOWING("following ms", "%,.0f", "less is better"),
  /** Time from the death of the primary until a Sentinel names the new one, in milliseconds. */
  SWITCHED("new primary ms", "%,.0f", ""),
  /** Time from then until all streams get events again, in milliseconds. */
  AGAIN("events again ms", "%,.0f", "less is better"),
  /** Time of the slowest of the events without ghosts, in milliseconds. */
  CLEAN("clean ms", "%,.0f", "less is better"),
  /** Time of the slowest of the events with ghosts, in milliseconds. */
  GHOSTS("with ghosts ms", "%,.0f", "less is better"),
  /** Time until nine tenths of the descriptors of ghosts are free, in seconds. */
  FREE("90% free s", "%.1f", "less is better"),
  /** Events that all streams together got in the first second after the start. */
  SECOND_1("1st second", "%,.0f", "events/s, more is better"),
  /** The same in the second. */
  SECOND_2("2nd", "%,.0f", "events/s, more is better"),
  /** The same in the third. */
  SECOND_3("3rd", "%,.0f", "events/s, more is better"),
  /** The same in the fourth. */
  SECOND_4("4th", "%,.0f", "events/s, more is better"),
  /** The same in the fifth. */
  SECOND_5("5th", "%,.0f", "events/s, more is better");

  private final String label;
  private final String format;
  private final String hint;

  Metric(String label, String format, String hint) {
    this.label = label;
    this.format = format;
    this.hint = hint;
  }

  /** {@return the heading of a column} */
  public String label() {
    return label;
  }

  /** {@return how to read a plot of the metric; empty if it is not worth one} */
  Optional<String> hint() {
    return Optional.of(hint).filter(text -> !text.isEmpty());
  }

  /** {@return the metric whose scale the plots share, so that bars of both can be compared} */
  Metric scale() {
    return switch (this) {
      case SECOND_2, SECOND_3, SECOND_4, SECOND_5 -> SECOND_1;
      case GHOSTS -> CLEAN;
      default -> this;
    };
  }

  String format(double value) {
    return Double.isInfinite(value) ? "not in time" : String.format(Locale.ROOT, format, value);
  }
}
