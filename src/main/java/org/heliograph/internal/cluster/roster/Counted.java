package org.heliograph.internal.cluster.roster;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * What a node counts its streams by. In bytes: one for what it is, then its name with the length in
 * two bytes before it, or its digest in eight.
 */
sealed interface Counted {

  /** {@return how many bytes it takes} */
  int size();

  /** Writes it. */
  void write(ByteBuffer buffer);

  /**
   * Reads one.
   *
   * @throws BufferUnderflowException if it is cut short
   * @throws IllegalArgumentException if it is something that this version does not know
   */
  static Counted read(ByteBuffer buffer) {
    byte what = buffer.get();
    return switch (what) {
      case Channel.CODE -> Channel.of(buffer);
      case User.CODE -> new User(buffer.getLong());
      default -> throw new IllegalArgumentException("Nothing that is counted: " + what);
    };
  }

  /** The streams that have subscribed to a channel. */
  record Channel(String name) implements Counted {
    private static final byte CODE = 1;
    private static final int HEAD = 3;

    private static Channel of(ByteBuffer buffer) {
      byte[] name = new byte[Short.toUnsignedInt(buffer.getShort())];
      buffer.get(name);
      return new Channel(new String(name, UTF_8));
    }

    @Override
    public int size() {
      return HEAD + name.getBytes(UTF_8).length;
    }

    @Override
    public void write(ByteBuffer buffer) {
      byte[] bytes = name.getBytes(UTF_8);
      buffer.put(CODE).putShort((short) bytes.length).put(bytes);
    }
  }

  /**
   * The streams of a user, who is not named: what others need is whether it is the same.
   *
   * @param digest of the user's name
   */
  record User(long digest) implements Counted {
    private static final byte CODE = 2;
    private static final int SIZE = 9;

    static User of(String name) {
      try {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(name.getBytes(UTF_8));
        return new User(ByteBuffer.wrap(digest).getLong());
      } catch (NoSuchAlgorithmException e) { // every Java platform has it
        throw new IllegalStateException(e);
      }
    }

    @Override
    public int size() {
      return SIZE;
    }

    @Override
    public void write(ByteBuffer buffer) {
      buffer.put(CODE).putLong(digest);
    }
  }
}
