package org.heliograph.internal.eventstream;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Iterator;
import java.util.Optional;
import java.util.stream.BaseStream;
import org.heliograph.SseEvent;
import org.heliograph.internal.eventstream.life.Receipt;
import org.heliograph.internal.eventstream.life.RunningStream;

/**
 * Draws the items of a source, one when there is room for it, and closes the source in any case.
 * For one thread.
 */
final class SourceReader {
  private static final Logger LOGGER = System.getLogger("org.heliograph");

  private final RunningStream stream;
  private final Object source;

  /**
   * Makes a reader.
   *
   * @param source a Stream, an Iterator or an Iterable
   */
  SourceReader(RunningStream stream, Object source) {
    this.stream = stream;
    this.source = source;
  }

  /**
   * Draws until the source or the stream ends.
   *
   * @param last what follows the last item; empty for nothing
   */
  void run(Optional<SseEvent> last) throws Exception {
    try {
      if (stream.isRunning()) {
        draw(iterator());
      }
    } finally {
      closeSafely(source);
    }
    stream.finish(last);
  }

  private void draw(Iterator<?> items) throws InterruptedException {
    try {
      while (stream.output().awaitRoom() && items.hasNext()) {
        boolean unused = stream.output().offer(items.next(), Integer.MAX_VALUE, Receipt.NONE);
      }
    } finally {
      if (items != source) {
        closeSafely(items);
      }
    }
  }

  /** Not as interrupted, which some sources do not bear; a failure has no more to spoil. */
  private static void closeSafely(Object closed) {
    boolean unused = Thread.interrupted();
    try {
      close(closed);
    } catch (Exception e) { // whatever the application's own code throws
      LOGGER.log(Level.ERROR, "HELIOGRAPH-0404: The source of a stream could not be closed", e);
    }
  }

  private Iterator<?> iterator() {
    if (source instanceof BaseStream<?, ?> items) {
      return items.iterator();
    }
    return source instanceof Iterator<?> items ? items : ((Iterable<?>) source).iterator();
  }

  /** Closes a source from which nothing will be read, because of a failure that goes on. */
  static void closeUnread(Object source, Throwable failure) {
    try {
      close(source);
    } catch (Exception e) { // whatever the application's own code throws
      failure.addSuppressed(e);
    }
  }

  private static void close(Object source) throws Exception {
    if (source instanceof AutoCloseable closeable) {
      closeable.close();
    }
  }
}
