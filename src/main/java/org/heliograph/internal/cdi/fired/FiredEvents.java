package org.heliograph.internal.cdi.fired;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.BeanManager;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.heliograph.Broadcast;
import org.heliograph.Emits;

/**
 * Finds the events of an application that are to be broadcast when they are fired, and has them
 * observed. Every public method is for the thread that deploys the application.
 */
public final class FiredEvents {
  private final Set<FiredEvent> events = new LinkedHashSet<>();
  private final List<String> problems = new ArrayList<>();

  /** Set once, when the deployment is valid: before that nothing can be broadcast. */
  private volatile Event<Broadcast> broadcasts;

  /**
   * Takes what a bean says of its channel, unless the channel's pattern is malformed, which others
   * find out.
   *
   * @param pattern the pattern of the channel
   */
  public void add(String pattern, List<Emits> emits) {
    for (Emits one : emits) {
      if (one.fired()) {
        FiredEvent.of(pattern, one, problems).ifPresent(this::add);
      }
    }
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

  /** {@return what is wrong with the events} */
  public List<String> problems() {
    return problems;
  }

  /**
   * Has all events observed, if nothing is wrong with them: on the thread that fires them, and on
   * another one where they are fired asynchronously.
   */
  public void observe(AfterBeanDiscovery discovery) {
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
   */
  public void connect(BeanManager manager) {
    broadcasts = manager.getEvent().select(Broadcast.class);
  }

  private void broadcast(Broadcast broadcast) {
    broadcasts.fire(broadcast);
  }
}
