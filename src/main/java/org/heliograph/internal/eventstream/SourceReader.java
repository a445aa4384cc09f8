package org.heliograph.internal.eventstream;

import java.util.Iterator;
import java.util.Optional;
import java.util.stream.BaseStream;
import org.heliograph.SseEvent;

/**
 * Draws the items of a source, one when there is room for it, and closes the source in any case.
 * For one thread.
 */
final class SourceReader {
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
        Iterator<?> items = iterator();
        while (stream.output().awaitRoom() && items.hasNext()) {
          stream.output().put(items.next());
        }
      }
    } finally {
      close(source);
    }
    stream.finish(last);
  }

  private Iterator<?> iterator() {
    if (source instanceof BaseStream<?, ?> items) {
      return items.iterator();
    }
    return source instanceof Iterator<?> items ? items : ((Iterable<?>) source).iterator();
  }

  /** Closes a source from which nothing will be read, because of a failure that goes on. */
  static void closeUnread(Object source, RuntimeException failure) {
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
