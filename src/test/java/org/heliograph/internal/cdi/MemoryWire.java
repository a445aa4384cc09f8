package org.heliograph.internal.cdi;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.concurrent.atomic.AtomicReference;
import org.heliograph.internal.hub.Batch;
import org.heliograph.internal.hub.Wire;

/** A wire to a client that keeps all it gets. */
final class MemoryWire implements Wire {
  private final AtomicReference<String> received = new AtomicReference<>("");

  @Override
  public boolean isReady() {
    return true;
  }

  @Override
  public void write(Batch batch) {
    received.accumulateAndGet(new String(batch.bytes(), 0, batch.length(), UTF_8), String::concat);
  }

  @Override
  public void close() {}

  String received() {
    return received.get();
  }
}
