package org.heliograph.internal.cluster.roster;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the beat of a node says of its streams. A node tells all of its counts once, in a
 * <i>listing</i> of as many reports as that takes, and then what has changed; when it is asked to,
 * it begins another listing.
 *
 * <p>In bytes, the highest first: eight for the listing, eight for the number, one for whether it
 * is whole, four for the streams; two for how many nodes are asked, and each of them with its
 * length in one byte before it; four for how many counts there are, and each with its count in four
 * bytes behind it. Whoever does not know what a count is of passes it over, so that a later version
 * can count more.
 *
 * @param listing the number of the listing
 * @param number of this report since its listing began, from 0
 * @param whole whether all has been told that is in this listing, with this report
 * @param streams how many are open on the node
 * @param asked the nodes that are to begin a listing, since the sender has not heard all of theirs
 * @param counts how many streams there are now of what has changed, or is listed; 0 for none any
 *     more
 */
record Report(
    long listing,
    long number,
    boolean whole,
    int streams,
    Set<String> asked,
    Map<Counted, Integer> counts) {
  private static final int HEAD = 8 + 8 + 1 + 4 + 2 + 4;

  byte[] encode() {
    int size = HEAD;
    for (String name : asked) {
      size += 1 + name.length();
    }
    for (Counted one : counts.keySet()) {
      size += size(one);
    }
    ByteBuffer buffer = ByteBuffer.allocate(size);
    buffer.putLong(listing).putLong(number).put((byte) (whole ? 1 : 0)).putInt(streams);
    buffer.putShort((short) asked.size());
    asked.forEach(name -> buffer.put((byte) name.length()).put(name.getBytes(US_ASCII)));
    buffer.putInt(counts.size());
    counts.forEach(
        (one, count) -> {
          one.write(buffer);
          buffer.putInt(count);
        });
    return buffer.array();
  }

  /** {@return how many bytes a count takes} */
  static int size(Counted one) {
    return one.size() + Integer.BYTES;
  }

  /** {@return what a beat says; empty if it says nothing that this version can read} */
  static Optional<Report> decode(byte[] body) {
    ByteBuffer buffer = ByteBuffer.wrap(body);
    try {
      return Optional.of(
          new Report(
              buffer.getLong(),
              buffer.getLong(),
              buffer.get() != 0,
              count(buffer.getInt()),
              names(buffer),
              counts(buffer)));
    } catch (BufferUnderflowException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Set<String> names(ByteBuffer buffer) {
    Set<String> names = new LinkedHashSet<>();
    for (int left = Short.toUnsignedInt(buffer.getShort()); left > 0; left--) {
      byte[] name = new byte[Byte.toUnsignedInt(buffer.get())];
      buffer.get(name);
      names.add(new String(name, US_ASCII));
    }
    return names;
  }

  private static Map<Counted, Integer> counts(ByteBuffer buffer) {
    Map<Counted, Integer> counts = new LinkedHashMap<>();
    for (int left = buffer.getInt(); left > 0; left--) {
      Optional<Counted> one = Counted.read(buffer);
      int number = buffer.getInt();
      one.ifPresent(known -> counts.put(known, count(number)));
    }
    return counts;
  }

  private static int count(int number) {
    if (number < 0) {
      throw new IllegalArgumentException("A count is negative: " + number);
    }
    return number;
  }
}
