package org.heliograph.internal.log;

import java.util.Comparator;

/**
 * One event as bytes, encoded once for all who get it. A frame of the log has a sequence; a frame
 * made for one client alone has none. Immutable.
 */
public final class Frame {
  static final Comparator<Frame> IN_ORDER = Comparator.comparingLong(Frame::sequence);

  private static final byte[] NO_ID = {};

  /** What a frame costs beside bodies and audience: the id, this object, its slot in the ring. */
  private static final long OVERHEAD = 160;

  private final long sequence;
  private final long storedAt;
  private final byte[] id;
  private final byte[] envelope;
  private final byte[] plain;
  private final String event;
  private final Audience audience;

  private Frame(
      long sequence,
      long storedAt,
      byte[] id,
      byte[] envelope,
      byte[] plain,
      String event,
      Audience audience) {
    this.sequence = sequence;
    this.storedAt = storedAt;
    this.id = id;
    this.envelope = envelope;
    this.plain = plain;
    this.event = event;
    this.audience = audience;
  }

  /**
   * Makes the frame of a message that takes its place in the log.
   *
   * @param sequence the frame's place among those of all channels, from 1
   * @param id the line that tells clients the frame's position, with its line feed
   * @param storedAt when the log has taken the frame, by the hub's clock
   */
  static Frame of(Message message, long sequence, byte[] id, long storedAt) {
    return new Frame(
        sequence,
        storedAt,
        id,
        message.envelope(),
        message.plain(),
        message.event(),
        message.audience());
  }

  /**
   * Makes a frame for one client alone, which is in no log and looks the same in both formats.
   *
   * @param bytes whole lines: an event with its blank line, or a comment; not written to any more
   */
  public static Frame direct(byte[] bytes) {
    return new Frame(0, 0, NO_ID, bytes, bytes, "", Audience.EVERYONE);
  }

  /** {@return the frame's place among those of all channels; 0 if it is in no log} */
  public long sequence() {
    return sequence;
  }

  /** {@return when the log has taken the frame, in milliseconds of the hub's clock} */
  long storedAt() {
    return storedAt;
  }

  /** {@return how many bytes the frame takes on a stream} */
  public int length(EventFormat format) {
    return id.length + body(format).length;
  }

  /**
   * Copies the frame as it goes over the wire.
   *
   * @return the offset behind its last byte
   */
  int copyTo(byte[] target, int offset, EventFormat format) {
    byte[] body = body(format);
    System.arraycopy(id, 0, target, offset, id.length);
    System.arraycopy(body, 0, target, offset + id.length, body.length);
    return offset + id.length + body.length;
  }

  /**
   * Copies a slice of the frame as it goes over the wire.
   *
   * @param from where the slice begins in the frame
   * @param count how long it is
   */
  void copyTo(byte[] target, int offset, EventFormat format, int from, int count) {
    int ofId = Math.max(0, Math.min(id.length - from, count));
    if (ofId > 0) {
      System.arraycopy(id, from, target, offset, ofId);
    }
    int begin = from + ofId - id.length;
    System.arraycopy(body(format), begin, target, offset + ofId, count - ofId);
  }

  private byte[] body(EventFormat format) {
    return format == EventFormat.ENVELOPE ? envelope : plain;
  }

  /** {@return how many bytes the frame costs while a log holds it} */
  long weight() {
    return weight(envelope, plain, audience);
  }

  static long weight(byte[] envelope, byte[] plain, Audience audience) {
    return OVERHEAD + envelope.length + plain.length + audience.weight();
  }

  /** {@return the event's name, empty if it has none} */
  String event() {
    return event;
  }

  /** {@return who does not get the frame} */
  Audience audience() {
    return audience;
  }

  /** Whether the frame leaves out neither this client nor this user. */
  public boolean isVisibleTo(String client, String user) {
    return audience.includes(client, user);
  }
}
