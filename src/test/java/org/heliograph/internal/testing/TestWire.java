package org.heliograph.internal.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.heliograph.internal.log.Batch;
import org.heliograph.internal.stream.Wire;

/** The network's edge of a test: keeps what is written, and can stall, block and break. */
public final class TestWire implements Wire {
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();

  private int read;
  private volatile int room = Integer.MAX_VALUE;
  private volatile boolean single;
  private volatile boolean broken;
  private volatile boolean collapsed;
  private volatile boolean closed;
  private volatile CountDownLatch gate = new CountDownLatch(0);
  private volatile CountDownLatch closeGate = new CountDownLatch(0);
  private final CountDownLatch blocked = new CountDownLatch(1);
  private int writes;
  private int largest;

  /** Takes so many writes and then is not ready. */
  public synchronized TestWire room(int count) {
    room = count;
    return this;
  }

  /** Takes one frame at a time. */
  public TestWire single() {
    single = true;
    return this;
  }

  /** Throws on the next write. */
  public void breakDown() {
    broken = true;
  }

  /** Throws an error on the next write, as containers do whose stack overflows. */
  public void collapse() {
    collapsed = true;
  }

  /** Blocks in close until the gate opens. */
  public TestWire blockCloseUntil(CountDownLatch opens) {
    closeGate = opens;
    return this;
  }

  /** Blocks in writes until the gate opens. */
  public TestWire blockUntil(CountDownLatch opens) {
    gate = opens;
    return this;
  }

  public void awaitBlocked() throws InterruptedException {
    blocked.await();
  }

  @Override
  public String transport() {
    return "test";
  }

  @Override
  public boolean isReady() {
    return room > 0;
  }

  @Override
  public boolean oneByOne() {
    return single;
  }

  @Override
  public boolean write(Batch batch) throws IOException {
    if (gate.getCount() > 0) {
      blocked.countDown();
      try {
        gate.await();
      } catch (InterruptedException e) {
        throw new IOException(e);
      }
    }
    if (broken) {
      throw new IOException("Connection reset by peer");
    }
    if (collapsed) {
      throw new StackOverflowError("in the container");
    }
    synchronized (this) {
      room--;
      writes++;
      written.write(batch.bytes(), 0, batch.length());
      largest = Math.max(largest, batch.length());
      return room > 0;
    }
  }

  @Override
  public void close() {
    try {
      closeGate.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    closed = true;
  }

  public boolean isClosed() {
    return closed;
  }

  /** The bytes of the largest write. */
  public synchronized int largest() {
    return largest;
  }

  public synchronized int writes() {
    return writes;
  }

  /** Everything written, as text. */
  public synchronized String text() {
    return written.toString(UTF_8);
  }

  /**
   * The events written since the last call: the text of each up to its blank line, or a heartbeat.
   */
  public synchronized List<String> events() {
    String fresh = text().substring(read);
    read += fresh.length();
    return fresh.isEmpty()
        ? List.of()
        : new ArrayList<>(Arrays.asList(fresh.split("\n\n|(?<=: hb)\n")));
  }
}
