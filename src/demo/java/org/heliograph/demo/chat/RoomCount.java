package org.heliograph.demo.chat;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.regex.Pattern;
import org.heliograph.Channels;
import org.heliograph.ClientEvent;
import org.heliograph.ClientEvent.Subscribed;
import org.heliograph.ClientEvent.Unsubscribed;
import org.heliograph.Cluster;
import org.heliograph.demo.ThisNode;

/**
 * Tells a room who is in it when somebody has come or gone: a few times a second at most, however
 * often one client does. Where many nodes share the rooms, each tells so when its own clients have
 * come or gone, and again when it knows of those of other nodes.
 */
@ApplicationScoped
public class RoomCount {
  private static final Pattern ROOM = Pattern.compile("chat/[^/]+");
  private static final int SOON_MILLIS = 200;

  /** By then nodes have told each other in their beats how many they have. */
  private static final int SETTLED_MILLIS = 3000;

  /** By then they have noticed that one was killed, whose clients have come to them. */
  private static final int GONE_MILLIS = 8000;

  @Inject Channels channels;
  @Inject Cluster cluster;
  @Inject RoomPeople people;
  @Inject ThisNode thisNode;
  @Resource ManagedScheduledExecutorService scheduler;

  private final Set<Due> due = ConcurrentHashMap.newKeySet();
  private final Map<Due, Future<?>> later = new ConcurrentHashMap<>();

  private record Due(String channel, int millis) {}

  /**
   * Who is in a room.
   *
   * @param count subscribers of its channel: streams, not people, on all nodes
   * @param people those who have a stream on this node
   * @param node which node this is; absent where there is only one
   */
  public record Here(int count, List<RoomPeople.Person> people, Optional<String> node) {}

  void joined(@Observes @Subscribed ClientEvent event) {
    event
        .channel()
        .filter(RoomCount::isRoom)
        .ifPresent(
            room -> {
              people.joined(event);
              changed(room);
            });
  }

  void left(@Observes @Unsubscribed ClientEvent event) {
    event
        .channel()
        .filter(RoomCount::isRoom)
        .ifPresent(
            room -> {
              people.left(event);
              changed(room);
            });
  }

  /** Who is in a room now. */
  Here here(String channel) {
    return new Here(channels.subscriberCount(channel), people.of(channel), thisNode.name());
  }

  private static boolean isRoom(String channel) {
    return ROOM.matcher(channel).matches();
  }

  private void changed(String channel) {
    plan(new Due(channel, SOON_MILLIS));
    if (cluster.nodes() > 1) {
      planAnew(new Due(channel, SETTLED_MILLIS));
      planAnew(new Due(channel, GONE_MILLIS));
    }
  }

  private void plan(Due one) {
    if (due.add(one)) {
      try {
        Future<?> unused = scheduler.schedule(() -> tell(one), one.millis, MILLISECONDS);
      } catch (RejectedExecutionException | IllegalStateException e) {
        due.remove(one); // the application ends, and its streams with it
      }
    }
  }

  // from the last change on: nodes have yet to tell each other of that one
  private void planAnew(Due one) {
    try {
      Future<?> unused =
          later.compute(
              one,
              (same, planned) -> {
                if (planned != null) {
                  planned.cancel(false);
                }
                return scheduler.schedule(() -> tell(one), one.millis, MILLISECONDS);
              });
    } catch (RejectedExecutionException | IllegalStateException e) {
      later.remove(one); // the application ends, and its streams with it
    }
  }

  // one at a time, so that what is counted last is told last
  private synchronized void tell(Due one) {
    due.remove(one); // first: who comes while it is counted makes it due again
    later.remove(one);
    String channel = one.channel;
    channels.to(channel + "/activity").send("here", here(channel));
  }
}
