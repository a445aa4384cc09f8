package org.heliograph.internal.stream;

import org.heliograph.internal.log.Batch;

/** Takes everything at once and keeps nothing, so that only the hub is measured. */
public final class NullWire implements Wire {
  /** How many bytes have been written. */
  private long written;

  @Override
  public String transport() {
    return "null";
  }

  @Override
  public boolean isReady() {
    return true;
  }

  @Override
  public boolean write(Batch batch) {
    written += batch.length();
    return true;
  }

  /** {@return how many bytes have been written} */
  public long written() {
    return written;
  }

  @Override
  public void close() {}
}
