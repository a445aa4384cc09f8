package org.heliograph.internal.client.link;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What is not known of the changes of one stream: one that has failed may have taken place, or may
 * yet, even after a later one. The stream itself tells in the end. On the loop's thread only.
 */
final class ChannelDoubts {
  // the loop's
  /** The channels of changes that have failed. */
  private final Set<String> doubtful = new HashSet<>();

  /**
   * Those of them that the stream has told to be removed, and the server was not asked for since.
   */
  private final Set<String> lost = new HashSet<>();

  /** Takes in that a change of some channels has failed. */
  void failed(List<String> channels) {
    doubtful.addAll(channels);
  }

  /** Takes in that the server is asked for some channels: what the stream tells now is newer. */
  void asked(List<String> channels) {
    lost.removeAll(Set.copyOf(channels));
  }

  /** Takes in that the stream has lost a channel, and {@return whether that may be news} */
  boolean removed(String channel) {
    boolean isNews = doubtful.contains(channel);
    if (isNews) {
      lost.add(channel);
    }
    return isNews;
  }

  /** {@return those of some channels that the stream has not told to be removed} */
  List<String> held(Collection<String> channels) {
    return channels.stream().filter(channel -> !lost.contains(channel)).toList();
  }
}
