package org.heliograph;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Queue;

/**
 * Iterates over the events of a {@code text/event-stream} as they come: {@code
 * reader.forEachRemaining(event -> …)}. {@code hasNext} waits for the next event and answers false
 * at the end of the stream. Not thread-safe; closing, which any thread may do, closes the stream.
 */
public final class SseReader implements Iterator<SseEvent>, AutoCloseable {
  private static final int CHUNK = 8192;

  private final InputStream in;
  private final SseParser parser;
  private final Queue<SseEvent> read = new ArrayDeque<>();
  private final byte[] chunk = new byte[CHUNK];

  // the iterating thread's
  private RuntimeException failure;

  /**
   * Begins to read a stream, with the default limit of {@link SseParser}.
   *
   * @param in the stream
   */
  public SseReader(InputStream in) {
    this(in, SseParser.DEFAULT_LIMIT);
  }

  /**
   * Begins to read a stream.
   *
   * @param in the stream
   * @param limit how many bytes a line, and the data of an event, may have
   * @throws IllegalArgumentException if the limit is not positive
   */
  public SseReader(InputStream in, int limit) {
    this.in = Objects.requireNonNull(in, "in");
    this.parser = new SseParser(read::add, limit);
  }

  /**
   * Waits for the next event. A failure comes after the events before it.
   *
   * @return whether there is one; false at the end of the stream
   * @throws UncheckedIOException if the stream fails
   * @throws SseLimitException if a line or the data of an event is too long
   */
  @Override
  public boolean hasNext() {
    while (read.isEmpty()) {
      if (failure != null) {
        throw failure;
      }
      try {
        int count = in.read(chunk);
        if (count < 0) {
          return false;
        }
        parser.feed(chunk, 0, count);
      } catch (IOException e) {
        failure = new UncheckedIOException("The event stream failed: " + e.getMessage(), e);
      } catch (SseLimitException e) {
        failure = e;
      }
    }
    return true;
  }

  @Override
  public SseEvent next() {
    if (!hasNext()) {
      throw new NoSuchElementException("The event stream has ended");
    }
    return read.remove();
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
