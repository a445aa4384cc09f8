package org.heliograph.internal.log;

import java.util.Optional;

/**
 * An encoded event that has no place in the log yet: everything of a {@link Frame} but its id.
 * Nobody writes to the bytes.
 *
 * @param channel the channel's name
 * @param options the settings of the channel's pattern
 * @param event the event's name, empty if it has none
 * @param envelope the bytes in envelope format, up to and including the blank line
 * @param plain the bytes in plain format, up to and including the blank line
 * @param payload what the bytes say of the event's data
 * @param audience who does not get the event
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; one copy for all clients is the point
public record Message(
    String channel,
    ChannelOptions options,
    String event,
    byte[] envelope,
    byte[] plain,
    Payload payload,
    Audience audience) {

  /**
   * The data of an event before it is encoded in the formats of the wire.
   *
   * @param text the data as text; empty if the event has none
   * @param json whether the text is JSON on one line, rather than a string
   */
  public record Payload(Optional<String> text, boolean json) {
    /** Of an event without data. */
    public static final Payload NONE = new Payload(Optional.empty(), false);
  }

  /** {@return how many bytes the event costs while a log holds it} */
  public long weight() {
    return Frame.weight(envelope, plain, audience);
  }

  /** {@return how many bytes the event takes on a stream, in the format that takes more} */
  public int length() {
    return Math.max(envelope.length, plain.length);
  }
}
