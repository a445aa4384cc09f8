package org.heliograph.bench.app;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

/** One stream of the floor: what the response cannot take yet waits. Thread-safe. */
final class FloorStream implements WriteListener {
  private final AsyncContext context;
  private final Deque<byte[]> waiting = new ArrayDeque<>();

  private boolean started;
  private boolean flushed = true;
  private boolean gone;

  FloorStream(AsyncContext context) {
    this.context = context;
  }

  /**
   * Writes and flushes an event as soon as the response takes it.
   *
   * @return whether the client is still there, as far as is known
   */
  synchronized boolean send(byte[] event) {
    waiting.add(event);
    if (started) {
      drain();
    }
    return !gone;
  }

  private void drain() {
    try {
      ServletOutputStream out = context.getResponse().getOutputStream();
      while (!gone && (!waiting.isEmpty() || !flushed) && out.isReady()) {
        if (flushed) {
          out.write(waiting.remove());
        } else {
          out.flush();
        }
        flushed = !flushed;
      }
    } catch (IOException | RuntimeException e) {
      onError(e);
    }
  }

  @Override
  public synchronized void onWritePossible() {
    started = true;
    drain();
  }

  @Override
  public synchronized void onError(Throwable failure) {
    if (!gone) {
      gone = true;
      try {
        context.complete();
      } catch (IllegalStateException e) {
        // the server has ended it
      }
    }
  }
}
