package org.heliograph;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * An event for everyone who has subscribed to a channel, or to one of several. Fire it as a CDI
 * event: {@code broadcasts.fire(Broadcast.to("teams/7/updates").event("created").data(update))};
 * within a transaction it goes out when that has committed, and not at all if it rolls back. In one
 * that has rolled back already, as after its time-out, and in one that is too near its end to be
 * waited for, {@code fire} throws an {@link IllegalStateException}.
 *
 * <p>Where many nodes share the channels ({@code heliograph.cluster.engine}), {@code fire} outside
 * of a transaction, and {@code fireAsync}, wait and fail as {@link Channels.Target#send} does. A
 * broadcast of a transaction waits neither when it is fired nor at the commit: it goes to the
 * engine when that is there. Until then it is kept in the memory of this node, with which it is
 * lost; if {@code heliograph.cluster.buffer} leaves no room for it, {@code fire} throws a {@link
 * BroadcastFailedException}, so that the transaction can roll back.
 *
 * <p>Immutable and thread-safe; every method returns a new object. The payload is turned into JSON
 * when the event is fired, so it may change afterwards; with {@code fireAsync}, a moment later.
 */
public final class Broadcast {
  private final Recipients recipients;
  private final String event;
  private final Object data;

  private Broadcast(Recipients recipients, String event, Object data) {
    this.recipients = recipients;
    this.event = event;
    this.data = data;
  }

  /**
   * Begins a broadcast.
   *
   * @param channel the channel's name, not a pattern
   * @return a broadcast without event name or payload
   */
  public static Broadcast to(String channel) {
    return new Broadcast(Recipients.of(channel), null, null);
  }

  /**
   * Begins a broadcast to several channels at once. The payload is encoded once, and the event
   * takes one place after the other in the order of all events, one for each channel as they are
   * named, with no other event between them. Either all channels get the event or none does, as
   * where one of them is not declared. A stream that has subscribed to several of the channels gets
   * the event once for each, since each listener is one of a channel.
   *
   * @param channels the channels' names, not patterns; a name that comes again counts once
   * @return a broadcast without event name or payload
   * @throws IllegalArgumentException if there is no channel, or there are more than 100
   * @throws NullPointerException if a name is null
   */
  public static Broadcast to(String... channels) {
    return new Broadcast(Recipients.of(false, channels), null, null);
  }

  /**
   * Begins a broadcast to all but the client whose HTTP request the thread works for that fires it,
   * as {@link Channels#toOthers} has it. Fired on a thread that works for no request, or by {@code
   * fireAsync}, the broadcast goes to that client too.
   *
   * @param channels the channels' names, not patterns, as of {@link #to(String...)}
   * @return a broadcast without event name or payload
   * @throws IllegalArgumentException if there is no channel, or there are more than 100
   * @throws NullPointerException if a name is null
   */
  public static Broadcast toOthers(String... channels) {
    return new Broadcast(Recipients.of(true, channels), null, null);
  }

  /**
   * Names the event.
   *
   * @param name the event name, not empty
   * @return a broadcast with that name
   * @throws IllegalArgumentException if the name breaks the rule of {@link EventName}
   * @throws NullPointerException if the name is null: an event without a name is one that was given
   *     none
   */
  public Broadcast event(String name) {
    return new Broadcast(recipients, EventName.check(name), data);
  }

  /**
   * Sets the payload.
   *
   * @param payload a String is sent as it is, anything else as JSON made by JSON-B; null for none
   * @return a broadcast with that payload
   */
  public Broadcast data(Object payload) {
    return new Broadcast(recipients, event, payload);
  }

  /**
   * Leaves clients out; {@link #toOthers} leaves out the one that causes the event. A client id
   * belongs to one stream: a browser that loses its connection comes back with a new id, and then
   * gets the event if it is replayed. {@link #exceptUsers} leaves out for good.
   *
   * @param clientIds ids of clients, added to those given before; null and the empty name leave
   *     nobody out
   * @return a broadcast that they do not get
   * @throws IllegalArgumentException if these are more than 100 clients
   */
  public Broadcast except(String... clientIds) {
    return new Broadcast(recipients.without(clientIds), event, data);
  }

  /**
   * Leaves users out, on all their connections.
   *
   * @param names names of principals, added to those given before; null and the empty name leave
   *     nobody out
   * @return a broadcast that they do not get
   * @throws IllegalArgumentException if these are more than 100 users
   */
  public Broadcast exceptUsers(String... names) {
    return new Broadcast(recipients.withoutUsers(names), event, data);
  }

  /**
   * The channel, or the first of several.
   *
   * @return its name
   */
  public String channel() {
    return recipients.channel();
  }

  /**
   * All channels.
   *
   * @return their names in the order in which they were given, one at least; unmodifiable
   */
  public List<String> channels() {
    return recipients.channels();
  }

  /**
   * The event name.
   *
   * @return the name, if it has one
   */
  public Optional<String> event() {
    return Optional.ofNullable(event);
  }

  /**
   * The payload.
   *
   * @return the payload, if there is one
   */
  public Optional<Object> data() {
    return Optional.ofNullable(data);
  }

  /**
   * The clients left out.
   *
   * @return their ids, unmodifiable
   */
  public Set<String> exceptClients() {
    return recipients.exceptClients();
  }

  /**
   * The users left out.
   *
   * @return the names of their principals, unmodifiable
   */
  public Set<String> exceptUsers() {
    return recipients.exceptUsers();
  }

  /**
   * Whether the client is left out that causes the broadcast.
   *
   * @return true for what {@link #toOthers} has begun
   */
  public boolean isToOthers() {
    return recipients.toOthers();
  }

  /**
   * Compares broadcasts by what they say and to whom; payloads by their own {@code equals}.
   *
   * @param other another object
   * @return whether it is an equal broadcast
   */
  @Override
  public boolean equals(Object other) {
    return other instanceof Broadcast that
        && recipients.equals(that.recipients)
        && Objects.equals(event, that.event)
        && Objects.equals(data, that.data);
  }

  @Override
  public int hashCode() {
    return Objects.hash(recipients, event, data);
  }

  /**
   * Describes the broadcast for a log: the payload by its own {@code toString}, and of those left
   * out only how many they are, since client ids are secrets.
   *
   * @return a text for people, not to be parsed
   */
  @Override
  public String toString() {
    return "Broadcast[%s=%s, event=%s, data=%s, except %d clients and %d users]"
        .formatted(
            recipients.toOthers() ? "toOthers" : "to",
            String.join(", ", channels()),
            event,
            data,
            exceptClients().size(),
            exceptUsers().size());
  }
}
