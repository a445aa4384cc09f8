package org.heliograph.demo.chat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.regex.Pattern;
import org.heliograph.Channels;
import org.heliograph.ClientEvent;
import org.heliograph.ClientEvent.Subscribed;
import org.heliograph.ClientEvent.Unsubscribed;

/** Tells a room how many are in it, whenever somebody comes or goes. */
@ApplicationScoped
public class RoomCount {
  private static final Pattern ROOM = Pattern.compile("chat/[^/]+");

  @Inject Channels channels;

  /**
   * How many are in a room.
   *
   * @param count subscribers of its channel: streams, not people
   */
  public record Here(int count) {}

  void joined(@Observes @Subscribed ClientEvent event) {
    tell(event);
  }

  void left(@Observes @Unsubscribed ClientEvent event) {
    tell(event);
  }

  private void tell(ClientEvent event) {
    event
        .channel()
        .filter(channel -> ROOM.matcher(channel).matches())
        .ifPresent(
            channel ->
                channels
                    .to(channel + "/activity")
                    .send("here", new Here(channels.subscriberCount(channel))));
  }
}
