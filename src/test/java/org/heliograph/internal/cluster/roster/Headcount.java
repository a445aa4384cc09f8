package org.heliograph.internal.cluster.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.heliograph.internal.stream.HubListener.Happening;
import org.heliograph.internal.stream.request.StreamClient;

/** How many subscribers a node pretends to have, and what it knows of those of others. */
public final class Headcount {
  /** What the node knows. */
  public final Roster roster;

  private final Map<String, Integer> own = new HashMap<>();

  /** Makes the count of a node that has nobody yet. */
  public Headcount(String node, Duration beat) {
    roster = new Roster(node, beat, 64 << 20);
  }

  /** Has somebody come or go. */
  public void change(String channel, boolean more) {
    if (more) {
      own.merge(channel, 1, Integer::sum);
      tell(Happening.SUBSCRIBED, channel);
    } else if (own.getOrDefault(channel, 0) > 0) {
      own.merge(channel, -1, Integer::sum);
      tell(Happening.UNSUBSCRIBED, channel);
    }
  }

  private void tell(Happening happening, String channel) {
    roster
        .listener()
        .on(
            happening,
            new StreamClient("client", Optional.empty(), Optional.empty()),
            Optional.of(channel),
            Optional.empty());
  }

  /** Compares what the node knows of a channel with what the living nodes have. */
  public void judge(String channel, List<Headcount> living) {
    assertThat(roster.size()).as("nodes").isEqualTo(living.size());
    assertThat(roster.subscribers(channel))
        .as("subscribers of %s on other nodes", channel)
        .isEqualTo(
            living.stream()
                .filter(node -> node != this)
                .mapToInt(node -> node.own.getOrDefault(channel, 0))
                .sum());
  }
}
