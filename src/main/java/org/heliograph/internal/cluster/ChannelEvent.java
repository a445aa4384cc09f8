package org.heliograph.internal.cluster;

import java.util.Optional;
import java.util.Set;
import org.heliograph.internal.log.Audience;
import org.heliograph.internal.log.Message;

/**
 * A broadcast as it travels between nodes: its data as text, which each node encodes in the formats
 * of the wire.
 *
 * @param channel the channel's name
 * @param event the event's name
 * @param data the payload; empty if the event has none
 * @param json whether the payload is JSON, rather than a string
 * @param exceptClients the clients that do not get the event, as {@link Audience#clients} names
 *     them
 * @param exceptUsers the names of the users that do not get the event
 */
public record ChannelEvent(
    String channel,
    Optional<String> event,
    Optional<String> data,
    boolean json,
    Set<String> exceptClients,
    Set<String> exceptUsers) {
  /** Copies the sets. */
  public ChannelEvent {
    exceptClients = Set.copyOf(exceptClients);
    exceptUsers = Set.copyOf(exceptUsers);
  }

  /** {@return a message that has been prepared on this node, as others are to be told of it} */
  public static ChannelEvent of(Message message) {
    return new ChannelEvent(
        message.channel(),
        Optional.of(message.event()).filter(name -> !name.isEmpty()),
        message.payload().text(),
        message.payload().json(),
        message.audience().clients(),
        message.audience().exceptUsers());
  }
}
