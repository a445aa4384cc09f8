package org.heliograph.internal.hub;

import java.util.ArrayList;
import java.util.List;

/**
 * The frames of one write, as bytes in one buffer. Belongs to a worker and is used again for every
 * connection, so that a connection costs no buffer of its own.
 */
public final class Batch {
  /** One write of this size costs a few microseconds; larger ones gain nothing. */
  private static final int SIZE = 64 * 1024;

  private final int size;

  private final List<Subscription> active = new ArrayList<>();

  private byte[] bytes;
  private int length;
  private Format format = Format.ENVELOPE;
  private boolean oneByOne;

  /** A batch as large as a write should be. */
  Batch() {
    this(SIZE);
  }

  /** A batch that writes so many bytes at a time, or one frame. */
  Batch(int size) {
    this.size = size;
    this.bytes = new byte[size];
  }

  /** Empties it for the next write. */
  void reset(Format wanted, boolean single) {
    if (bytes.length > size) {
      bytes = new byte[size];
    }
    length = 0;
    format = wanted;
    oneByOne = single;
  }

  /** Adds a frame if there is room; an empty batch has room for any frame. */
  boolean add(Frame frame) {
    int more = frame.length(format);
    if (length > 0 && (oneByOne || length + more > bytes.length)) {
      return false;
    }
    if (more > bytes.length) {
      bytes = new byte[more];
    }
    length = frame.copyTo(bytes, length, format);
    return true;
  }

  boolean isEmpty() {
    return length == 0;
  }

  /** Room for the subscriptions that have something for this batch; empty between drains. */
  List<Subscription> active() {
    return active;
  }

  /** The buffer; only the first {@link #length} bytes count. */
  public byte[] bytes() {
    return bytes;
  }

  /** How many bytes are to be written. */
  public int length() {
    return length;
  }

  /** Gives the buffer away: the container may still be reading it after the write. */
  public void surrender() {
    bytes = new byte[size];
    length = 0;
  }
}
