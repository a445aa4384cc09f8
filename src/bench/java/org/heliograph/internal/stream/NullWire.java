package org.heliograph.internal.stream;

import org.heliograph.internal.log.Batch;

/** Takes everything at once and keeps nothing, so that only the hub is measured. */
public final class NullWire implements Wire {
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
    return true;
  }

  @Override
  public void close() {}
}
