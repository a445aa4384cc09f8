package org.heliograph.internal.log;

import org.heliograph.internal.signal.Signals;

/**
 * The frames of one write, as bytes in one buffer. Belongs to a worker and is used again for every
 * connection, so that a connection costs no buffer of its own. Not thread-safe.
 */
public final class Batch {
  /** One write of this size costs a few microseconds; larger ones gain nothing. */
  private static final int SIZE = 64 * 1024;

  private final int size;

  // the owner's
  private byte[] bytes;
  private int length;
  private Frame unfinished;
  private int written;
  private EventFormat format = EventFormat.ENVELOPE;
  private boolean oneByOne;
  private long replayTo;

  // the owner's: what has been added since the last report
  private int events;
  private int gaps;
  private long replayedBytes;
  private long oldest = Signals.NO_TIME;

  /** Makes a batch as large as a write should be. */
  public Batch() {
    this(SIZE);
  }

  /**
   * Makes a batch of a size of its own.
   *
   * @param size bytes that one write takes; a larger frame goes in slices
   */
  public Batch(int size) {
    this.size = size;
    this.bytes = new byte[size];
  }

  /**
   * Empties the batch for the next write.
   *
   * @param wanted how the stream wants its events
   * @param single whether the batch is to hold one frame, and that one whole
   */
  public void reset(EventFormat wanted, boolean single) {
    if (bytes.length > size) {
      bytes = new byte[size];
    }
    length = 0;
    unfinished = null;
    format = wanted;
    oneByOne = single;
    replayTo = 0;
  }

  /** Says up to which sequence frames were there before the stream. */
  public void replaysTo(long sequence) {
    replayTo = sequence;
  }

  /**
   * Adds a frame if there is room, as there always is in an empty batch, if only for a slice of the
   * frame; false if there is none.
   */
  public boolean add(Frame frame) {
    int more = frame.length(format);
    if (length > 0 && (oneByOne || length + more > bytes.length)) {
      return false;
    }
    count(frame, more);
    if (more > bytes.length && !oneByOne) {
      goOn(frame, 0);
      return true;
    }
    if (more > bytes.length) {
      bytes = new byte[more];
    }
    length = frame.copyTo(bytes, length, format);
    return true;
  }

  private void count(Frame frame, int bytesOfFrame) {
    long sequence = frame.sequence();
    if (sequence == 0) {
      return; // no event of a channel
    }
    events++;
    if (sequence <= replayTo) {
      replayedBytes += bytesOfFrame;
    } else if (oldest == Signals.NO_TIME) {
      oldest = frame.storedAt();
    }
  }

  /** One of the frames tells of a gap. */
  public void countGap() {
    gaps++;
  }

  /**
   * Tells what has been added since the last report, and begins anew.
   *
   * @param begun when the drain has begun, by {@link System#nanoTime}
   */
  public void report(Signals signals, long begun) {
    if (events > 0 || gaps > 0) {
      signals.drained(System.nanoTime() - begun, events, gaps, replayedBytes, oldest);
      discard();
    }
  }

  /** Begins anew, since what has been added was perhaps not written. */
  public void discard() {
    events = 0;
    gaps = 0;
    replayedBytes = 0;
    oldest = Signals.NO_TIME;
  }

  /**
   * Adds what there is room for of a frame of which a part has been written.
   *
   * @param from how many of the frame's bytes have been
   */
  public void goOn(Frame frame, int from) {
    int rest = frame.length(format) - from;
    int slice = Math.min(rest, bytes.length - length);
    frame.copyTo(bytes, length, format, from, slice);
    length += slice;
    unfinished = slice < rest ? frame : null;
    written = from + slice;
  }

  /** {@return the frame that is in this batch but for its end; null if there is none} */
  public Frame unfinished() {
    return unfinished;
  }

  /** {@return how many bytes of the unfinished frame are written with this batch} */
  public int written() {
    return written;
  }

  /** Whether there is nothing to write. */
  public boolean isEmpty() {
    return length == 0;
  }

  /** {@return the buffer, of which only the first {@link #length} bytes count} */
  public byte[] bytes() {
    return bytes;
  }

  /** {@return how many bytes are to be written} */
  public int length() {
    return length;
  }

  /** Gives the buffer away, because the container may still be reading it after the write. */
  public void surrender() {
    bytes = new byte[size];
    length = 0;
  }
}
