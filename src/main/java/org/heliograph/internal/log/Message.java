package org.heliograph.internal.log;

/**
 * An encoded event that has no place in the log yet: everything of a {@link Frame} but its id.
 * Nobody writes to the bytes.
 *
 * @param channel the channel's name
 * @param options the settings of the channel's pattern
 * @param event the event's name, empty if it has none
 * @param envelope the bytes in envelope format, up to and including the blank line
 * @param plain the bytes in plain format, up to and including the blank line
 * @param audience who does not get the event
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; one copy for all clients is the point
public record Message(
    String channel,
    ChannelOptions options,
    String event,
    byte[] envelope,
    byte[] plain,
    Audience audience) {

  /** {@return how many bytes the event costs while a log holds it} */
  public long weight() {
    return Frame.weight(envelope, plain, audience);
  }

  /** {@return how many bytes the event takes on a stream, in the format that takes more} */
  public int length() {
    return Math.max(envelope.length, plain.length);
  }
}
