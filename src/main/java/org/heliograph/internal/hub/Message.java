package org.heliograph.internal.hub;

import java.util.Set;

/**
 * An encoded event that has no place in the log yet: everything of a frame but its id. The bytes
 * are never written to.
 *
 * @param channel the channel's name
 * @param options the settings of its pattern
 * @param event the event name, empty if it has none
 * @param envelope the bytes in envelope format, to the blank line
 * @param plain the bytes in plain format, to the blank line
 * @param exceptClients ids of clients that do not get it
 * @param exceptUsers names of principals that do not get it
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; one copy for all clients is the point
public record Message(
    String channel,
    ChannelOptions options,
    String event,
    byte[] envelope,
    byte[] plain,
    Set<String> exceptClients,
    Set<String> exceptUsers) {

  /** Bytes it costs to hold: both formats, and something for its id and the objects. */
  long weight() {
    return 160L + envelope.length + plain.length;
  }

  byte[] body(Format format) {
    return format == Format.ENVELOPE ? envelope : plain;
  }
}
