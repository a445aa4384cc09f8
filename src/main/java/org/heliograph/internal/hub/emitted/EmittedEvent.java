package org.heliograph.internal.hub.emitted;

import java.lang.invoke.MethodType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.heliograph.Broadcast;
import org.heliograph.Emits;

/**
 * An event that a channel says it carries.
 *
 * @param event the event's name; {@code message} for events without a name, as clients call them
 * @param payload the type of the event's payload
 */
public record EmittedEvent(String event, Class<?> payload) {
  private static final String NAMELESS = "message";

  /** {@return the event of an annotation} */
  public static EmittedEvent of(Emits emits) {
    return new EmittedEvent(
        emits.event().isEmpty() ? NAMELESS : emits.event(), boxed(emits.payload()));
  }

  private static Class<?> boxed(Class<?> type) {
    return MethodType.methodType(type).wrap().returnType();
  }

  /**
   * Checks that a broadcast is one of a channel's events; a channel that says of none may carry
   * any.
   *
   * @param pattern the pattern of the channel
   * @param events what the channel says
   * @throws IllegalArgumentException if the channel says nothing of the event, or that the payload
   *     is of another type
   */
  public static void check(
      Broadcast broadcast, String channel, String pattern, List<EmittedEvent> events) {
    String name = broadcast.event().orElse(NAMELESS);
    List<EmittedEvent> same = events.stream().filter(one -> one.event().equals(name)).toList();
    if (events.isEmpty() || same.stream().anyMatch(one -> one.takes(broadcast.data()))) {
      return;
    }
    String sent =
        "Event '%s' with %s was to go to channel '%s', but @Emits on \"%s\" says "
            .formatted(
                name,
                broadcast.data().map(EmittedEvent::type).orElse("no payload"),
                channel,
                pattern);
    throw new IllegalArgumentException(
        same.isEmpty()
            ? sent + "nothing of it, only of " + list(events, EmittedEvent::toString)
            : sent + "that its payload is " + list(same, one -> one.payload().getTypeName()));
  }

  private static String list(List<EmittedEvent> events, Function<EmittedEvent, String> text) {
    return events.stream().map(text).sorted().collect(Collectors.joining(", "));
  }

  private static String type(Object payload) {
    return "a payload of " + payload.getClass().getTypeName();
  }

  private boolean takes(Optional<Object> data) {
    return data.map(this::takesPayload).orElse(payload == Void.class);
  }

  private boolean takesPayload(Object data) {
    return payload.isInstance(data)
        || (payload.isArray() && data instanceof Collection<?> all && takesAll(all));
  }

  /** An annotation can say no {@code List<Order>}: both are the same array in JSON. */
  private boolean takesAll(Collection<?> elements) {
    Class<?> type = boxed(payload.getComponentType());
    return elements.stream().allMatch(element -> element == null || type.isInstance(element));
  }

  /** {@return the event for people: its name and the type of its payload} */
  @Override
  public String toString() {
    return "'%s' with %s".formatted(event, payload.getTypeName());
  }
}
