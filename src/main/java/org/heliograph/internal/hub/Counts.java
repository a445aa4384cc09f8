package org.heliograph.internal.hub;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.heliograph.internal.delivery.Drainable;
import org.heliograph.internal.log.ChannelState;
import org.heliograph.internal.log.HubLog;
import org.heliograph.internal.stream.Streams;
import org.heliograph.internal.stream.request.StreamsElsewhere;

/**
 * How many streams there are on all nodes: on this one at this moment, on others as they have last
 * said. Thread-safe; no method waits.
 */
final class Counts {
  private final HubLog<Drainable> log;
  private final Streams streams;
  private final StreamsElsewhere elsewhere;

  Counts(HubLog<Drainable> log, Streams streams, StreamsElsewhere elsewhere) {
    this.log = log;
    this.streams = streams;
    this.elsewhere = elsewhere;
  }

  int connections() {
    return streams.all().size() + elsewhere.count();
  }

  int subscribers(String channel) {
    return log.find(channel).map(ChannelState::subscriberCount).orElse(0)
        + elsewhere.subscribers(channel);
  }

  Set<String> activeChannels() {
    Stream<String> here =
        log.channels().stream()
            .filter(channel -> channel.subscriberCount() > 0)
            .map(ChannelState::name);
    return Stream.concat(here, elsewhere.activeChannels().stream())
        .collect(Collectors.toUnmodifiableSet());
  }
}
