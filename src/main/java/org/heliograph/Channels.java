package org.heliograph;

import jakarta.ws.rs.sse.SseBroadcaster;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * The channels of this application, to inject anywhere: sends events at once (fire a {@link
 * Broadcast} to wait for a transaction), counts, and manages connections. Thread-safe; no method
 * waits for a client. Any thread may call, one without a context class loader too: what is injected
 * is no client proxy.
 *
 * <p>On one node, sending does not wait for anything. Where many nodes share the channels ({@code
 * heliograph.cluster.engine}), whoever sends waits until this node has its event back from the
 * engine, usually some milliseconds and {@code heliograph.cluster.send-timeout} at most.
 */
public interface Channels {

  /**
   * Addresses a channel.
   *
   * @param channel the channel's name
   * @return the channel as a target to send to
   */
  Target to(String channel);

  /**
   * Addresses several channels at once, as {@link Broadcast#to(String...)}: either all of them get
   * an event or none does.
   *
   * @param channels the channels' names; a name that comes again counts once
   * @return the channels as one target to send to
   * @throws IllegalArgumentException if there is no channel, or there are more than 100
   */
  Target to(String... channels);

  /**
   * Addresses one channel or several, less the client whose HTTP request the calling thread works
   * for: a page that sends a message does not get it back. The request names the client by the
   * header {@code Heliograph-Client}, which both clients of Heliograph have as their {@code
   * headers}. The client is left out, on whichever node it is, only if its stream belongs to the
   * principal of the request; if the request has none, only if the stream has none.
   *
   * <p>Without such a header, with one that holds no id, and on a thread that works for no request,
   * this is {@link #to}. The target keeps the client, and may be used on other threads.
   *
   * @param channels the channels' names, as of {@link #to(String...)}
   * @return the channels as one target to send to
   * @throws IllegalArgumentException if there is no channel, or there are more than 100
   */
  Target toOthers(String... channels);

  /** A channel, or several, less those who shall not get the event. Immutable. */
  interface Target {

    /**
     * The channel, or the first of several.
     *
     * @return the channel's name, as it was given
     */
    String channel();

    /**
     * All channels of this target.
     *
     * @return the names of the channels as they were given, one at least; unmodifiable
     */
    default List<String> channels() {
      return List.of(channel());
    }

    /**
     * Leaves clients out. A client id belongs to one stream: a browser that loses its connection
     * comes back with a new id, and then gets the event if it is replayed. {@link #exceptUsers}
     * leaves out for good.
     *
     * @param clientIds ids of clients; null leaves nobody out
     * @return a target without them
     */
    Target except(String... clientIds);

    /**
     * Leaves users out, on all their connections.
     *
     * @param names names of principals; null leaves nobody out
     * @return a target without them
     */
    Target exceptUsers(String... names);

    /**
     * Sends a named event.
     *
     * @param event the event name, as {@link Broadcast#event}
     * @param data the payload, as {@link Broadcast#data}
     * @return the event's position, the value of {@code id} on the wire; where there are several
     *     channels, the position of the event for the last of them
     * @throws UnknownChannelException if no pattern declares the channel, or one of several;
     *     nothing has been sent then
     * @throws IllegalArgumentException if the name of the channel is malformed or that of the event
     *     is not allowed, JSON-B cannot turn the payload into JSON, or it is more than the channel
     *     may hold; nothing has been sent then
     * @throws NullPointerException if the name of the event is null: {@link #data} sends an event
     *     without a name
     * @throws IllegalStateException if the application has stopped, so that nobody can be reached
     * @throws BroadcastFailedException if many nodes share the channels, and the event has not come
     *     back from the engine in time; at once if this node is cut off from the engine
     */
    String send(String event, Object data);

    /**
     * Sends an event without a name; clients see it as {@code message}.
     *
     * @param data the payload, as {@link Broadcast#data}
     * @return the event's position, as {@link #send} tells it
     * @throws UnknownChannelException if no pattern declares the channel, or one of several;
     *     nothing has been sent then
     * @throws IllegalArgumentException if the name of the channel is malformed, JSON-B cannot turn
     *     the payload into JSON, or it is more than the channel may hold; nothing has been sent
     *     then
     * @throws IllegalStateException if the application has stopped, so that nobody can be reached
     * @throws BroadcastFailedException if many nodes share the channels, and the event has not come
     *     back from the engine in time; at once if this node is cut off from the engine
     */
    String data(Object data);
  }

  /**
   * Tells the position of now. A page whose state was read after this call is up to date with a
   * stream that begins there ({@code lastEventId}), which is sent everything broadcast since: what
   * the state holds already may come once more, and nothing is missing.
   *
   * @return the position of the newest event of all channels, as far as this node has read them
   *     where many share the channels
   */
  String position();

  /**
   * Counts the open streams. Where many nodes share the channels, the streams of other nodes are
   * counted as those nodes have last said, usually two {@code heliograph.cluster.beat} ago at most;
   * the streams of a node that has died count until it has been silent for five.
   *
   * @return connections of this application, on all nodes
   */
  int connectionCount();

  /**
   * Counts a channel's subscribers; those of other nodes as {@link #connectionCount} does.
   *
   * @param channel the channel's name
   * @return connections that have subscribed to it, on all nodes; 0 for a channel nobody knows
   */
  int subscriberCount(String channel);

  /**
   * Lists the channels that have subscribers; those of other nodes as {@link #connectionCount}
   * counts them.
   *
   * @return their names, a copy
   */
  Set<String> activeChannels();

  /**
   * Offers a channel as a JAX-RS broadcaster (Jakarta REST 3.1 section 9.4): sinks of the
   * application's own resources can {@code register}, and get the events in plain format without
   * control events; {@code broadcast} reaches all subscribers of the channel. A sink belongs to the
   * user whose request registers it. {@code register} throws an {@link IllegalStateException} if
   * the node is full or stopping, the user has too many streams, or the sink carries a stream
   * already.
   *
   * @param channel the channel's name
   * @return a broadcaster; closing it closes the sinks registered with it and nothing else
   * @throws UnknownChannelException if no pattern declares the channel
   */
  SseBroadcaster broadcaster(String channel);

  /**
   * Makes a sink of the application's own JAX-RS resource a connection like any other: with
   * welcome, control events and envelopes. The application has decided who may; no authorizer is
   * asked.
   *
   * @param sink the sink, used by nobody else from now on
   * @param channels the names of the channels, at most {@code heliograph.max-channels}
   * @return the client's id
   * @throws UnknownChannelException if no pattern declares one of the channels
   * @throws IllegalArgumentException if a name is malformed or there are too many channels
   * @throws IllegalStateException if the node is full or stopping, the user has too many streams,
   *     or the sink carries a stream already
   */
  String connect(SseEventSink sink, Collection<String> channels);

  /**
   * As {@link #connect(SseEventSink, Collection)}, resuming after a lost connection.
   *
   * @param sink the sink
   * @param channels the names of the channels
   * @param lastEventId the position in the client's {@code Last-Event-ID}; null or empty for a
   *     client that begins; what is no position of this node counts as one of another life
   * @return the client's id
   * @throws UnknownChannelException if no pattern declares one of the channels
   * @throws IllegalArgumentException if a name is malformed or there are too many channels
   * @throws IllegalStateException if the node is full or stopping, the user has too many streams,
   *     or the sink carries a stream already
   */
  String connect(SseEventSink sink, Collection<String> channels, String lastEventId);

  /**
   * Ends a client's stream: it is told {@code hg.bye} with reason {@code disconnected}, upon which
   * our own client does not come back. Any other may: to keep it away, its authorizer must refuse
   * it.
   *
   * @param client the client's id
   * @return whether there was such a client, on any node
   * @throws BroadcastFailedException if another node has the client's stream, and does not answer
   */
  boolean disconnect(String client);

  /**
   * Ends all streams of channels that a user has: each is told {@code hg.bye} with reason {@code
   * disconnected}, upon which our own client does not come back. A stream that is just being asked
   * for gets none of its channels. Any other client may come back: to keep the user away, see to it
   * first that authorizers refuse the user.
   *
   * @param name the name of the principal, spelled exactly as the container has it
   * @return how many streams were open; where many nodes share the channels, on those that have
   *     answered in time
   * @throws BroadcastFailedException if many nodes share the channels, and the engine does not
   *     answer; the streams of this node have ended then, and those of others end later if {@link
   *     BroadcastFailedException#uncertain} is true
   */
  int disconnectUser(String name);

  /**
   * Takes a channel away from a user: all that user's connections are told {@code hg.unsubscribed}
   * with reason {@code revoked}; a stream that has no channel left ends. A request for the channel
   * that an authorizer is still deciding on is refused, whatever the authorizer answers.
   *
   * @param user the name of the principal, spelled exactly as the container has it
   * @param channel the channel's name
   * @return how many subscriptions ended; where many nodes share the channels, on those that have
   *     answered in time
   * @throws BroadcastFailedException if many nodes share the channels, and the engine does not
   *     answer; this node has taken the channel away then, and others do later if {@link
   *     BroadcastFailedException#uncertain} is true
   */
  int revoke(String user, String channel);
}
