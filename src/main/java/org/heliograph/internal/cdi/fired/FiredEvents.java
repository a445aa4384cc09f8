package org.heliograph.internal.cdi.fired;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.BeanManager;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.heliograph.Broadcast;
import org.heliograph.Emits;
import org.heliograph.internal.routing.ChannelMatch;
import org.heliograph.internal.routing.ChannelName;
import org.heliograph.internal.routing.ChannelPattern;
import org.heliograph.internal.routing.ChannelRouter;

/**
 * Finds the events of an application that are to be broadcast when they are fired, has them
 * observed, and broadcasts them. What says nothing else is for the thread that deploys the
 * application.
 */
public final class FiredEvents {
  private final Map<String, List<Declaration>> declarations = new LinkedHashMap<>();
  private final Set<FiredEvent> events = new LinkedHashSet<>();
  private final List<String> problems = new ArrayList<>();

  /** Set once, when the deployment is valid: before that nothing can be broadcast. */
  private volatile Event<Broadcast> broadcasts;

  /** Finds the pattern whose channel a name is; set with {@link #broadcasts}. */
  private volatile ChannelRouter<?> router;

  /** What one bean says of the events of its channel. */
  private record Declaration(boolean isAlternative, List<Emits> emits) {}

  /**
   * Takes what a bean says of its channel, unless the channel's pattern is malformed, which others
   * find out.
   *
   * @param pattern the pattern of the channel
   * @param isAlternative whether the bean takes the place of those of the same pattern that are not
   */
  public void add(String pattern, boolean isAlternative, List<Emits> emits) {
    declarations
        .computeIfAbsent(pattern, none -> new ArrayList<>())
        .add(new Declaration(isAlternative, emits));
  }

  private void read(String pattern, List<Declaration> beans) {
    boolean replaced = beans.stream().anyMatch(Declaration::isAlternative);
    beans.stream()
        .filter(bean -> bean.isAlternative() == replaced)
        .flatMap(bean -> bean.emits().stream())
        .filter(Emits::fired)
        .forEach(emits -> FiredEvent.of(pattern, emits, problems).ifPresent(this::add));
  }

  private void add(FiredEvent event) {
    for (FiredEvent other : events) {
      if (!other.equals(event) && other.overlaps(event)) {
        problems.add(
            ("%s and %s: an event of %s would be broadcast twice. Leave fired = true at one of them,"
                    + " and fire a Broadcast for the other, or one to several channels")
                .formatted(other, event, other.narrower(event).getTypeName()));
      }
    }
    events.add(event);
  }

  /** {@return what is wrong with the events that are {@linkplain #observe observed}} */
  public List<String> problems() {
    return problems;
  }

  /**
   * {@return the broadcast that an event is, if it is to be broadcast when it is fired} For tests,
   * which are no deployments. For any thread, once all is {@linkplain #read read}.
   *
   * @param channels gives what finds all channels by name, if the event is one
   * @throws IllegalArgumentException as whoever fires the event in a deployment gets it
   */
  public Optional<Broadcast> broadcast(
      Object event, Supplier<? extends ChannelRouter<?>> channels) {
    return events.stream()
        .filter(one -> one.type().isInstance(event))
        .findFirst()
        .map(kind -> broadcast(kind, event, channels.get()));
  }

  /** Ends the taking of beans. */
  public void read() {
    declarations.forEach(this::read);
    declarations.clear();
  }

  /**
   * Has all events observed, if nothing is wrong with them: on the thread that fires them, and on
   * another one where they are fired asynchronously.
   */
  public void observe(AfterBeanDiscovery discovery) {
    read();
    if (problems.isEmpty()) {
      for (FiredEvent event : events) {
        discovery.addObserverMethod(new FiredObserver(event, this::broadcast, false));
        discovery.addObserverMethod(new FiredObserver(event, this::broadcast, true));
      }
    }
  }

  /**
   * Has broadcasts go the way of those that the application fires. On a thread of the server's:
   * Payara does not let every thread look for it.
   *
   * @param channels finds all channels by name, those too that settings declare
   */
  public void connect(BeanManager manager, ChannelRouter<?> channels) {
    router = channels;
    broadcasts = manager.getEvent().select(Broadcast.class);
  }

  /**
   * Broadcasts an event. For any thread.
   *
   * @param kind what the event is
   * @throws IllegalArgumentException if the event names no channel, or one that another pattern
   *     declares, or if it is of another kind, too
   */
  private void broadcast(FiredEvent kind, Object event) {
    broadcasts.fire(broadcast(kind, event, router));
  }

  private Broadcast broadcast(FiredEvent kind, Object event, ChannelRouter<?> channels) {
    for (FiredEvent other : events) {
      if (!other.equals(kind) && other.type().isInstance(event)) {
        throw new IllegalArgumentException(
            "An event of %s is both %s and %s, so it would be broadcast twice: fire a Broadcast instead"
                .formatted(event.getClass().getTypeName(), kind, other));
      }
    }
    Broadcast broadcast = kind.broadcast(event);
    checkOwn(kind, broadcast.channel(), channels);
    return broadcast;
  }

  /**
   * What a channel of another pattern says of its subscribers and events need not suit this one.
   */
  private static void checkOwn(FiredEvent kind, String channel, ChannelRouter<?> channels) {
    ChannelPattern pattern =
        channels.match(ChannelName.parse(channel)).map(ChannelMatch::pattern).orElseThrow();
    if (!pattern.equals(kind.pattern())) {
      throw new IllegalArgumentException(
          "%s: the event names the channel '%s', which is one of @Channel(\"%s\")"
              .formatted(kind, channel, pattern));
    }
  }
}
