package org.heliograph.internal.cdi.fired;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.heliograph.Broadcast;
import org.heliograph.ClientEvent;
import org.heliograph.Emits;
import org.heliograph.EventName;
import org.heliograph.internal.routing.ChannelPattern;

/**
 * An event of the application's own that is broadcast when it is fired.
 *
 * @param name the name under which it is broadcast, empty for none
 * @param components what gives the values of the pattern's parameters, by their names
 */
record FiredEvent(
    Class<?> type, ChannelPattern pattern, String name, Map<String, Component> components) {
  /** Whose types are nobody's own: anybody may fire a String. */
  private static final List<String> OTHERS = List.of("java.", "javax.", "jakarta.");

  /**
   * {@return what an annotation says; empty if something is wrong}
   *
   * @param problems what is wrong is added here
   */
  static Optional<FiredEvent> of(String pattern, Emits emits, List<String> problems) {
    Optional<ChannelPattern> parsed = parse(pattern);
    if (parsed.isEmpty()) {
      return Optional.empty();
    }
    FiredEvent event = new FiredEvent(emits.payload(), parsed.get(), emits.event(), Map.of());
    List<String> faults = new ArrayList<>();
    Map<String, Component> components = event.read(faults);
    faults.forEach(fault -> problems.add(event + ": " + fault));
    return faults.isEmpty()
        ? Optional.of(new FiredEvent(event.type, event.pattern, event.name, components))
        : Optional.empty();
  }

  private static Optional<ChannelPattern> parse(String pattern) {
    try {
      return Optional.of(ChannelPattern.parse(pattern));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // told with all that is wrong with channels
    }
  }

  private Map<String, Component> read(List<String> faults) {
    Map<String, Component> found = new LinkedHashMap<>();
    if (!isOwn()) {
      faults.add(
          "others may fire events of that type, too. Give the event a type of the application's"
              + " own, or fire a Broadcast instead of fired = true");
      return found;
    }
    checkName(faults);
    for (String parameter : pattern.parameters()) {
      try {
        found.put(parameter, Component.of(type, parameter));
      } catch (IllegalArgumentException e) {
        faults.add(e.getMessage() + ", or fire a Broadcast instead of fired = true");
      }
    }
    return found;
  }

  private void checkName(List<String> faults) {
    if (!name.isEmpty()) {
      try {
        EventName.check(name);
      } catch (IllegalArgumentException e) {
        faults.add(e.getMessage());
      }
    }
  }

  private boolean isOwn() {
    return !type.isPrimitive()
        && !type.isArray()
        && !type.isAssignableFrom(Broadcast.class)
        && !type.isAssignableFrom(ClientEvent.class) // whose ids are secrets
        && OTHERS.stream().noneMatch(type.getName()::startsWith);
  }

  /** Whether an event may be both this one and another. */
  boolean overlaps(FiredEvent other) {
    return type.isAssignableFrom(other.type) || other.type.isAssignableFrom(type);
  }

  /** {@return the type of this and an overlapping event whose events are both} */
  Class<?> narrower(FiredEvent other) {
    return type.isAssignableFrom(other.type) ? other.type : type;
  }

  /**
   * {@return the broadcast that an event is}
   *
   * @param event one of the type
   * @throws IllegalArgumentException if it names no channel
   */
  Broadcast broadcast(Object event) {
    Map<String, String> values = new LinkedHashMap<>();
    components.forEach((parameter, component) -> values.put(parameter, component.read(event)));
    Broadcast broadcast = Broadcast.to(pattern.name(values).toString()).data(event);
    return name.isEmpty() ? broadcast : broadcast.event(name);
  }

  /** {@return the event as the application declares it} */
  @Override
  public String toString() {
    return "@Emits(%spayload = %s.class, fired = true) on @Channel(\"%s\")"
        .formatted(name.isEmpty() ? "" : "event = \"" + name + "\", ", type.getTypeName(), pattern);
  }
}
