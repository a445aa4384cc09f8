package org.heliograph.bench.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Finds in the body of an event stream what the benchmark looks at: of each line with data its
 * number ({@code "n":12}) and the time when it was sent ({@code "t":123}), and the position ({@code
 * id:}) of the last event. Allocates nothing for an event, so that the server is what is measured.
 * Not thread-safe.
 */
final class EventScanner {
  private static final byte[] NUMBER = "\"n\":".getBytes(ISO_8859_1);
  private static final byte[] TIME = "\"t\":".getBytes(ISO_8859_1);
  private static final int FIELD = "data:".length();
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long LINE_FEEDS = 0x0a0a_0a0a_0a0a_0a0aL;
  private static final long ONES = 0x0101_0101_0101_0101L;
  private static final long HIGH_BITS = 0x8080_8080_8080_8080L;

  /** Told of what the scanner finds. */
  interface Listener {

    /**
     * An event of the benchmark's own has come.
     *
     * @param time what the event says of when it was sent, in nanoseconds
     */
    void event(long number, long time);

    /** The name of an event that the server sends of its own accord, as {@code hg.welcome}. */
    void named(String name);
  }

  private final Listener listener;

  // the beginning of a line whose end has not come yet
  private byte[] rest = new byte[0];
  private int restLength;
  // where the number was in the line before: in all of a stream's it is mostly in the same place
  private int place = FIELD;
  private byte[] id = new byte[0];
  private int idLength;

  EventScanner(Listener listener) {
    this.listener = listener;
  }

  /** {@return the value of the last {@code id} field; empty before the first} */
  String lastId() {
    return new String(id, 0, idLength, ISO_8859_1).strip();
  }

  /** Goes on with the next bytes of the body. */
  void scan(byte[] bytes, int from, int to) {
    int start = from;
    int end = lineFeed(bytes, start, to);
    if (restLength > 0 && end < to) {
      keep(bytes, start, end);
      line(rest, 0, restLength);
      restLength = 0;
      start = end + 1;
      end = lineFeed(bytes, start, to);
    }
    while (end < to) {
      line(bytes, start, end);
      start = end + 1;
      end = lineFeed(bytes, start, to);
    }
    keep(bytes, start, to);
  }

  private void keep(byte[] bytes, int from, int to) {
    int length = restLength + to - from;
    if (length > rest.length) {
      rest = Arrays.copyOf(rest, Math.max(length, 256));
    }
    System.arraycopy(bytes, from, rest, restLength, to - from);
    restLength = length;
  }

  /** Eight bytes at a time: of those that are a line feed the high bit is set. */
  private static int lineFeed(byte[] bytes, int from, int to) {
    int at = from;
    for (; at + Long.BYTES <= to; at += Long.BYTES) {
      long others = (long) LONGS.get(bytes, at) ^ LINE_FEEDS;
      long found = (others - ONES) & ~others & HIGH_BITS;
      if (found != 0) {
        return at + Long.numberOfTrailingZeros(found) / Byte.SIZE;
      }
    }
    while (at < to && bytes[at] != '\n') {
      at++;
    }
    return at;
  }

  private void line(byte[] bytes, int from, int to) {
    if (to - from < 3) {
      return;
    }
    switch (bytes[from]) {
      case 'd' -> data(bytes, from, to);
      case 'i' -> id(bytes, from, to);
      case 'e' -> name(new String(bytes, from, to - from, ISO_8859_1));
      default -> {
        // a comment, or the time to wait before coming back
      }
    }
  }

  private void name(String line) {
    if (line.startsWith("event:")) {
      listener.named(line.substring("event:".length()).strip());
    }
  }

  private void id(byte[] bytes, int from, int to) {
    if (bytes[from + 1] != 'd' || bytes[from + 2] != ':') {
      return;
    }
    idLength = to - from - 3;
    if (idLength > id.length) {
      id = new byte[idLength];
    }
    System.arraycopy(bytes, from + 3, id, 0, idLength);
  }

  private void data(byte[] bytes, int from, int to) {
    int number = from + place;
    if (!isAt(NUMBER, bytes, number, to)) {
      number = find(NUMBER, bytes, from + FIELD, to);
    }
    if (number < 0) {
      return;
    }
    place = number - from;
    int time = find(TIME, bytes, number + NUMBER.length, to);
    listener.event(
        digits(bytes, number + NUMBER.length, to),
        time < 0 ? 0 : digits(bytes, time + TIME.length, to));
  }

  private static int find(byte[] what, byte[] bytes, int from, int to) {
    for (int at = from; at + what.length <= to; at++) {
      if (isAt(what, bytes, at, to)) {
        return at;
      }
    }
    return -1;
  }

  private static boolean isAt(byte[] what, byte[] bytes, int at, int to) {
    return at + what.length <= to
        && Arrays.equals(bytes, at, at + what.length, what, 0, what.length);
  }

  private static long digits(byte[] bytes, int from, int to) {
    long value = 0;
    for (int at = from; at < to && bytes[at] >= '0' && bytes[at] <= '9'; at++) {
      value = value * 10 + bytes[at] - '0';
    }
    return value;
  }
}
