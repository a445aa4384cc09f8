package org.heliograph.internal.stream.request;

import java.util.Set;

/**
 * How many streams other nodes have, as they have last said. Thread-safe; no method waits, and none
 * takes a monitor.
 */
public interface StreamsElsewhere {

  /** What holds where there are no other nodes. */
  StreamsElsewhere NONE =
      new StreamsElsewhere() {
        @Override
        public int count() {
          return 0;
        }

        @Override
        public int ofUser(String user) {
          return 0;
        }

        @Override
        public int subscribers(String channel) {
          return 0;
        }

        @Override
        public Set<String> activeChannels() {
          return Set.of();
        }
      };

  /** {@return how many streams are open on other nodes} */
  int count();

  /**
   * {@return how many streams a user has on other nodes} Those of a node that has been silent
   * lately do not count, so that a user whose node has died can come back to another one.
   */
  int ofUser(String user);

  /** {@return how many streams of other nodes have subscribed to a channel} */
  int subscribers(String channel);

  /** {@return the names of the channels that streams of other nodes have subscribed to} */
  Set<String> activeChannels();
}
