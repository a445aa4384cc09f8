package org.heliograph.internal.log;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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
 * @param others the same event for other channels, which takes the places right behind this one's
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; one copy for all clients is the point
public record Message(
    String channel,
    ChannelOptions options,
    String event,
    byte[] envelope,
    byte[] plain,
    Payload payload,
    Audience audience,
    List<Message> others) {

  /** A message for one channel. */
  public Message(
      String channel,
      ChannelOptions options,
      String event,
      byte[] envelope,
      byte[] plain,
      Payload payload,
      Audience audience) {
    this(channel, options, event, envelope, plain, payload, audience, List.of());
  }

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

  /** {@return this message for its own channel, and those for the others, in order} */
  public List<Message> all() {
    return Stream.concat(Stream.of(this), others.stream()).toList();
  }

  /** {@return the same message, with those for other channels} */
  Message with(List<Message> more) {
    return new Message(channel, options, event, envelope, plain, payload, audience, more);
  }

  /** {@return how many bytes the event costs while a log holds it for its own channel} */
  public long weight() {
    return Frame.weight(envelope, plain, audience);
  }

  /** {@return how many bytes the event takes on a stream, in the format that takes more} */
  public int length() {
    return Math.max(envelope.length, plain.length);
  }
}
