package org.heliograph;

import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * An event for everyone who has subscribed to a channel. Fire it as a CDI event: {@code
 * broadcasts.fire(Broadcast.to("teams/7/updates").event("created").data(update))}; within a
 * transaction it goes out when that has committed, and not at all if it rolls back. In one that has
 * rolled back already, as after its time-out, and in one that is too near its end to be waited for,
 * {@code fire} throws an {@link IllegalStateException}.
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
  private static final int MAX_EXCEPTIONS = 100;

  private final String channel;
  private final String event;
  private final Object data;
  private final Set<String> exceptClients;
  private final Set<String> exceptUsers;
  private final boolean toOthers;

  private Broadcast(
      String channel,
      String event,
      Object data,
      Set<String> clients,
      Set<String> users,
      boolean toOthers) {
    this.channel = channel;
    this.event = event;
    this.data = data;
    this.exceptClients = clients;
    this.exceptUsers = users;
    this.toOthers = toOthers;
  }

  /**
   * Begins a broadcast.
   *
   * @param channel the channel's name, not a pattern
   * @return a broadcast without event name or payload
   */
  public static Broadcast to(String channel) {
    return begin(channel, false);
  }

  /**
   * Begins a broadcast to all but the client whose HTTP request the thread works for that fires it,
   * as {@link Channels#toOthers} has it. Fired on a thread that works for no request, or by {@code
   * fireAsync}, the broadcast goes to that client too.
   *
   * @param channel the channel's name, not a pattern
   * @return a broadcast without event name or payload
   */
  public static Broadcast toOthers(String channel) {
    return begin(channel, true);
  }

  private static Broadcast begin(String channel, boolean toOthers) {
    return new Broadcast(
        Objects.requireNonNull(channel, "channel"), null, null, Set.of(), Set.of(), toOthers);
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
    return new Broadcast(
        channel, EventName.check(name), data, exceptClients, exceptUsers, toOthers);
  }

  /**
   * Sets the payload.
   *
   * @param payload a String is sent as it is, anything else as JSON made by JSON-B; null for none
   * @return a broadcast with that payload
   */
  public Broadcast data(Object payload) {
    return new Broadcast(channel, event, payload, exceptClients, exceptUsers, toOthers);
  }

  /**
   * Leaves clients out, usually the one that caused the event. A client id belongs to one stream: a
   * browser that loses its connection comes back with a new id, and then gets the event if it is
   * replayed. {@link #exceptUsers} leaves out for good.
   *
   * @param clientIds ids of clients, added to those given before; null and the empty name leave
   *     nobody out
   * @return a broadcast that they do not get
   * @throws IllegalArgumentException if these are more than 100 clients
   */
  public Broadcast except(String... clientIds) {
    return new Broadcast(
        channel, event, data, union("clients", exceptClients, clientIds), exceptUsers, toOthers);
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
    return new Broadcast(
        channel, event, data, exceptClients, union("users", exceptUsers, names), toOthers);
  }

  private static Set<String> union(String what, Set<String> before, String... more) {
    if (more == null) {
      return before;
    }
    Set<String> all = new HashSet<>(before);
    Stream.of(more).filter(name -> name != null && !name.isEmpty()).forEach(all::add);
    if (all.size() > MAX_EXCEPTIONS) {
      throw new IllegalArgumentException(
          "A broadcast may leave out %s %s at most, was %s; for more, use a channel that they have not"
              .formatted(MAX_EXCEPTIONS, what, all.size()));
    }
    return Set.copyOf(all);
  }

  /**
   * The channel.
   *
   * @return its name
   */
  public String channel() {
    return channel;
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
    return exceptClients;
  }

  /**
   * The users left out.
   *
   * @return the names of their principals, unmodifiable
   */
  public Set<String> exceptUsers() {
    return exceptUsers;
  }

  /**
   * Whether the client is left out that causes the broadcast.
   *
   * @return true for what {@link #toOthers} has begun
   */
  public boolean isToOthers() {
    return toOthers;
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
        && channel.equals(that.channel)
        && Objects.equals(event, that.event)
        && Objects.equals(data, that.data)
        && exceptClients.equals(that.exceptClients)
        && exceptUsers.equals(that.exceptUsers)
        && toOthers == that.toOthers;
  }

  @Override
  public int hashCode() {
    return Objects.hash(channel, event, data, exceptClients, exceptUsers, toOthers);
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
            toOthers ? "toOthers" : "to",
            channel,
            event,
            data,
            exceptClients.size(),
            exceptUsers.size());
  }
}
