package org.heliograph.internal.web;

import java.io.IOException;
import java.util.Map;
import org.heliograph.internal.stream.Connection;
import org.heliograph.internal.stream.Wire;

/**
 * A stream that is open in the hub and waits for its response.
 *
 * @param connection the stream
 * @param wire of the kind that the resource's method starts
 */
public record OpenedStream(Connection connection, Wire wire) {
  /** The name of the request's attribute that holds the stream. */
  public static final String ATTRIBUTE = OpenedStream.class.getName();

  /**
   * The head of a stream (PROTOCOL section 1): nobody between keeps, alters or holds it back, and
   * no browser takes it for anything else.
   */
  public static final Map<String, String> HEADERS =
      Map.of(
          "Content-Type", "text/event-stream",
          "Cache-Control", "no-store, no-transform",
          "X-Content-Type-Options", "nosniff",
          "X-Accel-Buffering", "no");

  /**
   * How a wire of one kind begins its response.
   *
   * @param <W> the kind
   */
  @FunctionalInterface
  public interface Start<W extends Wire> {
    /** Begins the response to which the wire writes the stream. */
    void start(W wire, Connection connection) throws IOException;
  }

  /** Ends a stream whose response does not begin: somebody else has answered the request. */
  public void abandon() {
    connection.lost();
  }

  /**
   * Begins the response; whatever fails then ends the stream, which nobody could end otherwise.
   *
   * @param kind the kind of wire that the caller starts, as {@link Transport} has made it
   * @param start what the caller does
   */
  public <W extends Wire> void begin(Class<W> kind, Start<W> start) throws IOException {
    try {
      start.start(kind.cast(wire), connection);
    } catch (IOException | RuntimeException e) {
      connection.lost();
      throw e;
    }
  }
}
