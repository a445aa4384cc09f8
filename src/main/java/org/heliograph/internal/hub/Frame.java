package org.heliograph.internal.hub;

import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * One event, encoded once for all who get it: the bytes of a stream but for the order in which they
 * are sent. Control frames have no sequence. Immutable.
 */
public final class Frame {
  static final Comparator<Frame> IN_ORDER = Comparator.comparingLong(frame -> frame.sequence);

  private static final byte[] NO_ID = {};

  final long sequence;
  final long storedAt;
  private final Message message;
  private final byte[] id;

  /** A frame that takes its place in the log. */
  Frame(Message message, long sequence, byte[] id, long storedAt) {
    this.message = message;
    this.sequence = sequence;
    this.id = id;
    this.storedAt = storedAt;
  }

  /** A frame for one client only, which is in no log. */
  static Frame direct(Message message) {
    return new Frame(message, 0, NO_ID, 0);
  }

  /** The bytes it takes on a stream. */
  int length(Format format) {
    return id.length + message.body(format).length;
  }

  /** Writes it as it goes over the wire; returns the offset behind it. */
  int copyTo(byte[] target, int offset, Format format) {
    byte[] body = message.body(format);
    System.arraycopy(id, 0, target, offset, id.length);
    System.arraycopy(body, 0, target, offset + id.length, body.length);
    return offset + id.length + body.length;
  }

  /** Bytes it costs to hold. */
  long weight() {
    return message.weight();
  }

  /** The event name, empty if it has none. */
  String event() {
    return message.event();
  }

  /** What tells it from frames of the same name that others may see. */
  Object audience() {
    return List.of(message.event(), message.exceptClients(), message.exceptUsers());
  }

  boolean isVisibleTo(String client, String user) {
    Set<String> clients = message.exceptClients();
    Set<String> users = message.exceptUsers();
    return (clients.isEmpty() || !clients.contains(client))
        && (users.isEmpty() || !users.contains(user));
  }
}
