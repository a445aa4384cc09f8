package org.heliograph.internal.cluster.entry;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The head of an entry's body: three bytes for the version of the format, for flags, and for the
 * kind; then, with one of the flags, eight bytes for an epoch, the highest first. All versions have
 * this head.
 */
public final class EntryCodec {
  private static final int VERSION = 1;
  private static final int FLAGS = 1;
  private static final int KIND = 2;
  private static final int HEAD = 3;
  private static final int LONG_HEAD = HEAD + Long.BYTES;

  /** The entry was appended, or may have been, in an older epoch already, which is named. */
  private static final int AGAIN = 1;

  private EntryCodec() {}

  /**
   * An entry that this version can read.
   *
   * @param body what follows the head
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Letter(Kind kind, byte[] body) {}

  /** {@return an entry of this version, with its head} */
  public static byte[] encode(Kind kind, byte[] body) {
    byte[] bytes = new byte[HEAD + body.length];
    bytes[0] = VERSION;
    bytes[KIND] = (byte) kind.code();
    System.arraycopy(body, 0, bytes, HEAD, body.length);
    return bytes;
  }

  /**
   * {@return what the bytes hold; empty if they are of a version or a kind that is unknown here}
   */
  public static Optional<Letter> decode(byte[] bytes) {
    if (bytes.length < HEAD || bytes[0] != VERSION) {
      return Optional.empty();
    }
    int head = origin(bytes).isPresent() ? LONG_HEAD : HEAD;
    byte[] body = Arrays.copyOfRange(bytes, head, bytes.length);
    return Kind.of(bytes[KIND]).map(kind -> new Letter(kind, body));
  }

  /**
   * {@return the oldest epoch in which an entry of any version may stand, too; empty if it stands
   * nowhere else}
   */
  public static OptionalLong origin(byte[] bytes) {
    return bytes.length >= LONG_HEAD && (bytes[FLAGS] & AGAIN) != 0
        ? OptionalLong.of(ByteBuffer.wrap(bytes).getLong(HEAD))
        : OptionalLong.empty();
  }

  /** {@return the same entry, saying that it may stand in an epoch, too} */
  public static byte[] again(byte[] bytes, long epoch) {
    if (bytes.length < HEAD) {
      return bytes;
    }
    OptionalLong origin = origin(bytes);
    int head = origin.isPresent() ? LONG_HEAD : HEAD;
    ByteBuffer marked = ByteBuffer.allocate(LONG_HEAD + bytes.length - head);
    marked.put(bytes, 0, HEAD).putLong(Math.min(epoch, origin.orElse(epoch)));
    marked.put(bytes, head, bytes.length - head).put(FLAGS, (byte) (bytes[FLAGS] | AGAIN));
    return marked.array();
  }
}
