package org.heliograph.testing;

import org.heliograph.client.ChannelEvent;

/** What comes on a probe's stream, in the words of a failure. */
sealed interface Arrival {
  /** So much of a payload is repeated in a failure. */
  int QUOTED = 200;

  /** An event of a channel. */
  record OfChannel(ChannelEvent event) implements Arrival {
    @Override
    public String toString() {
      return "event '%s' of channel '%s'%s"
          .formatted(
              event.name(),
              event.channel(),
              event.json().map(json -> ": " + shorten(json)).orElse(" without a payload"));
    }
  }

  /** A control event. */
  record OfServer(String name, String data) implements Arrival {
    @Override
    public String toString() {
      return name + " " + shorten(data);
    }
  }

  /** The end of the stream, which the probe has not caused. */
  record End(String why) implements Arrival {
    @Override
    public String toString() {
      return "the end of the stream" + why;
    }
  }

  private static String shorten(String text) {
    return text.length() <= QUOTED ? text : text.substring(0, QUOTED) + "…";
  }
}
