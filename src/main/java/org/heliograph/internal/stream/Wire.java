package org.heliograph.internal.stream;

import java.io.IOException;
import org.heliograph.internal.log.Batch;

/**
 * Where a stream's bytes go. The hub calls {@link #isReady} and {@link #write} from one thread at a
 * time; {@link #close} may come from any.
 */
public interface Wire {

  /** Whether a write would be taken now. If not, the wire calls {@link Listener#wake} later. */
  boolean isReady() throws IOException;

  /**
   * Writes and flushes the batch; called only when ready. It may block where the server does.
   *
   * @return whether all of it has left; if not, the wire calls {@link Listener#wake} later
   */
  boolean write(Batch batch) throws IOException;

  /** {@return the name of the way on which the bytes go, by which streams are counted} */
  String transport();

  /** Whether a batch is to hold one frame, and that one whole. */
  default boolean oneByOne() {
    return false;
  }

  /** Ends the stream; may block, may be repeated. */
  void close();

  /**
   * Waits until the container is through with a stream that has been closed, which it may be later,
   * on a thread of its own; returns at once where the container does not tell.
   *
   * @param millis how long to wait at most
   */
  default void awaitEnd(long millis) throws InterruptedException {}

  /** Whoever writes to a wire. Told on any thread, which must not be held up. */
  interface Listener {

    /** The wire may be ready again. */
    void wake();

    /** The wire has failed, or its client has gone. */
    void lost();
  }
}
