package org.heliograph.internal.log.epoch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/**
 * What a shared log says of an event.
 *
 * @param ordinal the event's place in the order of this node
 * @param id the line that tells clients the event's position, with its line feed; not written to
 *     any more
 * @param time when the log has taken the event, in milliseconds of the clock that counts for ages
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; the frame's bytes
public record Stamp(long ordinal, byte[] id, long time) {

  /**
   * {@return the line that tells clients a position}
   *
   * @param epoch the name of the position's epoch
   */
  public static byte[] id(String epoch, long sequence) {
    return ("id: " + epoch + '.' + sequence + '\n').getBytes(ISO_8859_1);
  }
}
