package org.heliograph.internal.cluster.roster;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;

/**
 * A channel or a user, whose streams a node counts. In bytes: one for which of the two it is, two
 * for the length of what follows, then the name of the channel or the digest of the user's name.
 */
sealed interface Counted {
  /** What comes before the name or the digest. */
  int HEAD = 3;

  /** {@return which of the two it is} */
  byte code();

  /** {@return the name or the digest} */
  byte[] bytes();

  /** {@return how many bytes it takes} */
  default int size() {
    return HEAD + bytes().length;
  }

  /** Writes it. */
  default void write(ByteBuffer buffer) {
    byte[] bytes = bytes();
    buffer.put(code()).putShort((short) bytes.length).put(bytes);
  }

  /**
   * {@return what comes next; empty if it is neither of the two, as a later version may count more}
   *
   * @throws BufferUnderflowException if it is cut short
   */
  static Optional<Counted> read(ByteBuffer buffer) {
    byte code = buffer.get();
    byte[] bytes = new byte[Short.toUnsignedInt(buffer.getShort())];
    buffer.get(bytes);
    return switch (code) {
      case Channel.CODE -> Optional.of(new Channel(new String(bytes, UTF_8)));
      case User.CODE -> Optional.of(new User(ByteBuffer.wrap(bytes).getLong()));
      default -> Optional.empty();
    };
  }

  /** A channel, which has as many streams as subscribers. */
  record Channel(String name) implements Counted {
    private static final byte CODE = 1;

    @Override
    public byte code() {
      return CODE;
    }

    @Override
    public byte[] bytes() {
      return name.getBytes(UTF_8);
    }
  }

  /**
   * A user, who is not named: what other nodes need is whether it is the same.
   *
   * @param digest of the user's name
   */
  record User(long digest) implements Counted {
    private static final byte CODE = 2;

    static User of(String name) {
      try {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(name.getBytes(UTF_8));
        return new User(ByteBuffer.wrap(digest).getLong());
      } catch (NoSuchAlgorithmException e) { // every Java platform has it
        throw new IllegalStateException(e);
      }
    }

    @Override
    public byte code() {
      return CODE;
    }

    @Override
    public byte[] bytes() {
      return ByteBuffer.allocate(Long.BYTES).putLong(digest).array();
    }
  }
}
