package org.heliograph;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * One event of a {@code text/event-stream} (WHATWG HTML section 9.2), to be written or as it was
 * read: {@code SseEvent.named("metrics").data(sample)}.
 *
 * <p>Every part is optional; a client dispatches no event without data. The name may be any that
 * forges no field: the names of control events, which begin with {@code hg.}, are reserved in
 * channels only. Immutable; thread-safe if the payload is.
 */
public final class SseEvent {
  private static final SseEvent EMPTY = new SseEvent(null, null, null, null, null);

  private final String name;
  private final Object data;
  private final String id;
  private final Duration retry;
  private final String comment;

  private SseEvent(String name, Object data, String id, Duration retry, String comment) {
    this.name = name;
    this.data = data;
    this.id = id;
    this.retry = retry;
    this.comment = comment;
  }

  /**
   * Begins an event without any part.
   *
   * @return an event that no client dispatches
   */
  public static SseEvent empty() {
    return EMPTY;
  }

  /**
   * Begins an event with a payload and no name, which clients dispatch as {@code message}.
   *
   * @param payload a String is sent as it is, anything else as JSON; null for none
   * @return an event with that payload
   */
  public static SseEvent of(Object payload) {
    return EMPTY.data(payload);
  }

  /**
   * Begins an event with a name.
   *
   * @param name the type under which clients dispatch the event
   * @return an event with that name
   * @throws IllegalArgumentException if the name is empty or contains CR, LF or NUL
   */
  public static SseEvent named(String name) {
    if (name.isEmpty()) {
      throw new IllegalArgumentException(
          "An event name has at least one character, was ''; without a name use SseEvent.of");
    }
    return new SseEvent(checked("An event name", name), null, null, null, null);
  }

  /**
   * Sets the payload.
   *
   * @param payload a String is sent as it is, anything else as JSON; null for none
   * @return an event with that payload
   */
  public SseEvent data(Object payload) {
    return new SseEvent(name, payload, id, retry, comment);
  }

  /**
   * Sets the id, which a client that comes back sends as {@code Last-Event-ID}.
   *
   * @param value the id; an empty one makes the client forget the one it had
   * @return an event with that id
   * @throws IllegalArgumentException if the id contains CR, LF or NUL
   */
  public SseEvent id(String value) {
    return new SseEvent(name, data, checked("An id", value), retry, comment);
  }

  /**
   * Sets how long the client waits before it comes back after a lost connection.
   *
   * @param time whole milliseconds, zero or more
   * @return an event with that reconnection time
   * @throws IllegalArgumentException if the time is negative, has a fraction of a millisecond or
   *     more milliseconds than a {@code long} holds
   */
  public SseEvent retry(Duration time) {
    if (time.isNegative()
        || time.toNanosPart() % 1_000_000 != 0
        || time.compareTo(Duration.ofMillis(Long.MAX_VALUE)) > 0) {
      throw new IllegalArgumentException(
          "A reconnection time is a number of whole milliseconds from 0 to %d, was %s"
              .formatted(Long.MAX_VALUE, time));
    }
    return new SseEvent(name, data, id, time, comment);
  }

  /**
   * Sets a comment, which no client takes for an event.
   *
   * @param text any text; each of its lines becomes a line of the comment
   * @return an event with that comment
   */
  public SseEvent comment(String text) {
    return new SseEvent(name, data, id, retry, Objects.requireNonNull(text, "text"));
  }

  /** Makes an event as a stream has it, whose name may even contain NUL. */
  static SseEvent read(String name, String data, String id, Duration retry, String comment) {
    return new SseEvent(name, data, id, retry, comment);
  }

  private static String checked(String what, String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '\r' || c == '\n' || c == '\0') {
        throw new IllegalArgumentException(
            "%s must not hold CR, LF or NUL, which would forge fields of the stream, but was '%s'"
                .formatted(what, EventName.escaped(value)));
      }
    }
    return value;
  }

  /**
   * The name.
   *
   * @return the name, empty if the event has none
   */
  public Optional<String> name() {
    return Optional.ofNullable(name);
  }

  /**
   * The payload.
   *
   * @return the payload, empty if the event has none; of an event that was read, a String
   */
  public Optional<Object> data() {
    return Optional.ofNullable(data);
  }

  /**
   * The id.
   *
   * @return the id, empty if the event has none; of an event that was read, the last id that the
   *     stream has given so far, if any
   */
  public Optional<String> id() {
    return Optional.ofNullable(id);
  }

  /**
   * The reconnection time.
   *
   * @return the time in whole milliseconds, empty if the event sets none
   */
  public Optional<Duration> retry() {
    return Optional.ofNullable(retry);
  }

  /**
   * The comment.
   *
   * @return the lines of the comment joined by LF, empty if there is none
   */
  public Optional<String> comment() {
    return Optional.ofNullable(comment);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SseEvent that
        && Objects.equals(name, that.name)
        && Objects.equals(data, that.data)
        && Objects.equals(id, that.id)
        && Objects.equals(retry, that.retry)
        && Objects.equals(comment, that.comment);
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, data, id, retry, comment);
  }

  /**
   * The parts that are there, for logs and tests; {@link SseFormat} makes what goes on the wire.
   */
  @Override
  public String toString() {
    StringBuilder out = new StringBuilder("SseEvent[");
    append(out, "name", name);
    append(out, "data", data);
    append(out, "id", id);
    append(out, "retry", retry);
    append(out, "comment", comment);
    return out.append(']').toString();
  }

  private static void append(StringBuilder out, String part, Object value) {
    if (value != null) {
      out.append(out.charAt(out.length() - 1) == '[' ? "" : ", ").append(part).append('=');
      out.append(value);
    }
  }
}
