package org.heliograph.bench.subject;

import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** How to reach the streams of a subject, and to publish on them. */
enum Paths {
  /** Heliograph: channels by parameters. */
  HUB(Layout.OWN, "hg.subscribed") {
    @Override
    IntFunction<String> streams(Layout layout, String topic) {
      return stream -> "/bench/_sse?channel=" + channels(layout, topic, stream, "&channel=");
    }

    @Override
    LongFunction<String> publish(Layout layout, String topic, int streams) {
      String each = layout == Layout.OWN ? "&each=" + streams : "";
      return number -> "/bench/hub?channel=" + channel(layout, topic, number) + each;
    }
  },

  /** A servlet that writes to all streams. */
  FLOOR(Layout.ONE, "floor.welcome") {
    @Override
    IntFunction<String> streams(Layout layout, String topic) {
      return stream -> "/bench/floor";
    }

    @Override
    LongFunction<String> publish(Layout layout, String topic, int streams) {
      return number -> "/bench/floor";
    }
  },

  /** The server's own broadcaster. */
  BROADCASTER(Layout.ONE, "broadcaster.welcome") {
    @Override
    IntFunction<String> streams(Layout layout, String topic) {
      return stream -> "/bench/api/broadcaster";
    }

    @Override
    LongFunction<String> publish(Layout layout, String topic, int streams) {
      return number -> "/bench/api/broadcaster";
    }
  },

  /** Nchan: channels in the path. */
  NCHAN(Layout.TEN, "") {
    @Override
    IntFunction<String> streams(Layout layout, String topic) {
      return stream -> "/sub/" + channels(layout, topic, stream, ",");
    }

    @Override
    LongFunction<String> publish(Layout layout, String topic, int streams) {
      return number -> "/pub/" + channel(layout, topic, number);
    }
  },

  /** What has one channel. */
  LIMIT(Layout.ONE, "") {
    @Override
    IntFunction<String> streams(Layout layout, String topic) {
      return stream -> "/sub/" + topic;
    }

    @Override
    LongFunction<String> publish(Layout layout, String topic, int streams) {
      return number -> "/pub/" + topic;
    }
  };

  private final Layout last;
  private final String greeting;

  Paths(Layout last, String greeting) {
    this.last = last;
    this.greeting = greeting;
  }

  abstract IntFunction<String> streams(Layout layout, String topic);

  abstract LongFunction<String> publish(Layout layout, String topic, int streams);

  /** Whether the layout is the last that this subject can do, or before it. */
  boolean has(Layout layout) {
    return layout.compareTo(last) <= 0;
  }

  /** Whether a JVM answers. */
  boolean isJvm() {
    return this != NCHAN && this != LIMIT;
  }

  Optional<String> greeting() {
    return Optional.of(greeting).filter(name -> !name.isEmpty());
  }

  private static String channel(Layout layout, String topic, long number) {
    return layout == Layout.TEN ? topic + "-" + number % Layout.CHANNELS : topic;
  }

  private static String channels(Layout layout, String topic, int stream, String between) {
    return switch (layout) {
      case ONE -> topic;
      case OWN -> topic + "-" + stream;
      case TEN ->
          IntStream.range(0, Layout.CHANNELS)
              .mapToObj(i -> topic + "-" + i)
              .collect(Collectors.joining(between));
    };
  }
}
