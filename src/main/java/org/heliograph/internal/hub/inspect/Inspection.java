package org.heliograph.internal.hub.inspect;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.heliograph.internal.delivery.Drainable;
import org.heliograph.internal.log.ChannelState;
import org.heliograph.internal.log.Cursor;
import org.heliograph.internal.log.HubLog;
import org.heliograph.internal.stream.Connection;
import org.heliograph.internal.stream.Streams;
import org.heliograph.internal.stream.request.StreamsElsewhere;

/**
 * What can be seen of a hub: its own streams and channels at this moment, those of other nodes as
 * they have last said. Thread-safe; no method waits, or takes a lock that delivery needs.
 */
public final class Inspection {
  private final HubLog<Drainable> log;
  private final Streams streams;
  private final StreamsElsewhere elsewhere;
  private final Handles handles = new Handles();

  /** Makes what looks at a hub's log and streams, and at the streams of other nodes. */
  public Inspection(HubLog<Drainable> log, Streams streams, StreamsElsewhere elsewhere) {
    this.log = log;
    this.streams = streams;
    this.elsewhere = elsewhere;
  }

  /** {@return how many streams are open, those of other nodes included} */
  public int connections() {
    return streams.all().size() + elsewhere.count();
  }

  /** {@return how many have subscribed to a channel, on other nodes too} */
  public int subscribers(String channel) {
    return log.find(channel).map(ChannelState::subscriberCount).orElse(0)
        + elsewhere.subscribers(channel);
  }

  /** {@return the names of the channels that have subscribers, on other nodes too} */
  public Set<String> activeChannels() {
    Stream<String> here =
        log.channels().stream()
            .filter(channel -> channel.subscriberCount() > 0)
            .map(ChannelState::name);
    return Stream.concat(here, elsewhere.activeChannels().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** {@return a live view of the streams of this node} */
  public Collection<Connection> streams() {
    return streams.all();
  }

  /** {@return names for streams that tell nothing of their clients' ids, which are secrets} */
  public Handles handles() {
    return handles;
  }

  /** {@return a stream of this node by its {@linkplain #handles handle}} */
  public Optional<Connection> find(String handle) {
    return streams.all().stream()
        .filter(stream -> handles.of(stream.client()).equals(handle))
        .findFirst();
  }

  /** {@return what this node knows of a channel; empty if nothing} */
  public Optional<ChannelState<Drainable>> channel(String name) {
    return log.find(name);
  }

  /** {@return all channels of which this node knows something} */
  public Collection<ChannelState<Drainable>> channels() {
    return log.channels();
  }

  /**
   * Finds out how far behind the slowest subscribers of some channels are, on this node.
   *
   * @param channels their names
   * @return the most events that wait for one stream, by channel; without those that have none
   */
  public Map<String, Long> behind(Set<String> channels) {
    Map<String, Long> most = new TreeMap<>();
    for (Connection stream : streams.all()) {
      for (Cursor<Drainable> place : stream.view().places()) {
        if (channels.contains(place.channelName())) {
          most.merge(place.channelName(), place.behind(), Math::max);
        }
      }
    }
    return most;
  }
}
