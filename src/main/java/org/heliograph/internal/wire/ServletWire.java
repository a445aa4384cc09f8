package org.heliograph.internal.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Executor;
import org.heliograph.internal.log.Batch;
import org.heliograph.internal.stream.Connection;
import org.heliograph.internal.stream.Wire;

/**
 * A stream over the servlet's non-blocking response (Jakarta Servlet 6.0 section 5.7). The
 * container's callbacks only tell the hub, whose threads do all the writing: a container may call
 * back on any thread, on one that must not wait, or within the call that caused it.
 *
 * <p>{@code isReady} comes before each write and each flush, since containers differ in which of
 * the two they forgive.
 */
public final class ServletWire implements Wire, WriteListener, AsyncListener {
  /** Written and flushed by itself, because Open Liberty keeps back what is flushed first. */
  private static final byte[] GREETING = ": heliograph\n".getBytes(US_ASCII);

  private final ResponseGuard guard;

  // Mutable state

  /** Written once, by start; read after {@code started} or once the guard lets in. */
  private Connection connection;

  /** Written once, by start; read once the guard lets in. */
  private ServletOutputStream out;

  /** Written once, by start; read once the guard lets in. */
  private ContainerLoader loader;

  private volatile boolean started;

  /**
   * Whether the container has said that it is not ready and has not called back since. Until it
   * does it is left alone: what is asked of Undertow then gets in the way of its own thread, which
   * is about to write what it still has.
   */
  private volatile boolean waiting;

  /** The drain owner's: used by one thread of the hub at a time. */
  private boolean greeted;

  /** The drain owner's: used by one thread of the hub at a time. */
  private boolean flushPending;

  /**
   * A wire that writes nothing until it is started.
   *
   * @param disposable runs what may block
   */
  public ServletWire(Executor disposable) {
    this.guard = new ResponseGuard(disposable);
  }

  /**
   * Begins the response; the request's thread calls this once.
   *
   * @param to the stream that writes
   * @param async the request's context, which has been started
   * @param headers the head of the response
   * @param finish ends the request
   */
  public void start(Connection to, AsyncContext async, Map<String, String> headers, Runnable finish)
      throws IOException {
    connection = to;
    async.addListener(this);
    HttpServletResponse response = (HttpServletResponse) async.getResponse();
    ResponseHead.write(response, headers);
    LeanResponse.prepare(response);
    LeanResponse.endWithConnection(async.getRequest(), response);
    out = response.getOutputStream();
    out.setWriteListener(this);
    loader = ContainerLoader.of(response);
    started = true;
    guard.begin(() -> loader.run(finish));
    connection.wake();
  }

  @Override
  public boolean isReady() throws IOException {
    if (!guard.enter()) {
      return false;
    }
    ClassLoader before = loader.enter();
    try {
      return isFlushed();
    } finally {
      loader.leave(before);
      guard.leave();
    }
  }

  /** Whether a write would be taken now, after what has to go out before: greeting and flush. */
  private boolean isFlushed() throws IOException {
    if (waiting || !isContainerReady()) {
      return false;
    }
    if (!greeted) {
      greeted = true;
      flushPending = true;
      out.write(GREETING);
      if (!isContainerReady()) {
        return false;
      }
    }
    if (flushPending) {
      flushPending = false;
      out.flush();
      return isContainerReady();
    }
    return true;
  }

  /** Asks the container; said before that it waits, because the answer may be a call back. */
  private boolean isContainerReady() throws IOException {
    waiting = true;
    boolean ready = out.isReady();
    if (ready) {
      waiting = false;
    }
    return ready;
  }

  @Override
  public String transport() {
    return "servlet";
  }

  @Override
  public boolean write(Batch batch) throws IOException {
    if (!guard.enter()) {
      return true; // and nothing will
    }
    ClassLoader before = loader.enter();
    try {
      out.write(batch.bytes(), 0, batch.length());
      if (isContainerReady()) {
        out.flush();
        return true;
      }
      flushPending = true;
      batch.surrender();
      return false;
    } finally {
      loader.leave(before);
      guard.leave();
    }
  }

  @Override
  public void close() {
    guard.end();
  }

  @Override
  public void awaitEnd(long millis) throws InterruptedException {
    if (started) {
      guard.awaitGone(millis);
    }
  }

  @Override
  public void onWritePossible() {
    waiting = false;
    // the first call may come before start is through, which wakes the hub itself
    if (started) {
      connection.wake();
    }
  }

  @Override
  public void onError(Throwable failure) {
    connection.lost();
  }

  @Override
  public void onComplete(AsyncEvent event) {
    guard.gone();
    connection.lost();
  }

  @Override
  public void onError(AsyncEvent event) {
    connection.lost();
  }

  @Override
  public void onTimeout(AsyncEvent event) {
    connection.lost();
  }

  @Override
  public void onStartAsync(AsyncEvent event) {
    // asynchronous once is enough
  }
}
