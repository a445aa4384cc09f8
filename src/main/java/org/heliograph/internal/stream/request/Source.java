package org.heliograph.internal.stream.request;

import java.util.Optional;

/**
 * Where the request for a stream comes from.
 *
 * @param address the name under which the streams of its address are counted; empty if they are not
 * @param hidesItsEnd whether the server does not notice when the client ends the stream: it may be
 *     gone for long when it is still counted
 * @param ofApplication whether the application has opened the stream itself, by a sink of its own
 * @param peer the address that has connected to the server, as the server tells it; empty if it
 *     tells none, or the application has opened the stream
 */
public record Source(
    Optional<String> address, boolean hidesItsEnd, boolean ofApplication, Optional<String> peer) {
  /** The source of streams that the application opens. */
  public static final Source APPLICATION =
      new Source(Optional.empty(), false, true, Optional.empty());
}
