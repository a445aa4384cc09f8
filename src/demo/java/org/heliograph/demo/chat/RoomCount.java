package org.heliograph.demo.chat;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.regex.Pattern;
import org.heliograph.Channels;
import org.heliograph.ClientEvent;
import org.heliograph.ClientEvent.Subscribed;
import org.heliograph.ClientEvent.Unsubscribed;

/**
 * Tells a room how many are in it when somebody has come or gone: a few times a second at most,
 * however often one client does.
 */
@ApplicationScoped
public class RoomCount {
  private static final Pattern ROOM = Pattern.compile("chat/[^/]+");
  private static final int MILLIS = 200;

  @Inject Channels channels;
  @Resource ManagedScheduledExecutorService scheduler;

  private final Set<String> due = ConcurrentHashMap.newKeySet();

  /**
   * How many are in a room.
   *
   * @param count subscribers of its channel: streams, not people
   */
  public record Here(int count) {}

  void joined(@Observes @Subscribed ClientEvent event) {
    event.channel().ifPresent(this::changed);
  }

  void left(@Observes @Unsubscribed ClientEvent event) {
    event.channel().ifPresent(this::changed);
  }

  private void changed(String channel) {
    if (ROOM.matcher(channel).matches() && due.add(channel)) {
      try {
        Future<?> unused = scheduler.schedule(() -> tell(channel), MILLIS, MILLISECONDS);
      } catch (RejectedExecutionException | IllegalStateException e) {
        due.remove(channel); // the application ends, and its streams with it
      }
    }
  }

  // one at a time, so that what is counted last is told last
  private synchronized void tell(String channel) {
    due.remove(channel); // first: who comes while it is counted makes it due again
    channels.to(channel + "/activity").send("here", new Here(channels.subscriberCount(channel)));
  }
}
