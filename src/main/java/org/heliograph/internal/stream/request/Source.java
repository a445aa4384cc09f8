package org.heliograph.internal.stream.request;

import java.util.Optional;

/**
 * Where the request for a stream comes from, as far as limits look at it.
 *
 * @param address the name under which the streams of its address are counted; empty if they are not
 * @param hidesItsEnd whether the server does not notice when the client ends the stream: it may be
 *     gone for long when it is still counted
 * @param ofApplication whether the application has opened the stream itself, by a sink of its own
 */
public record Source(Optional<String> address, boolean hidesItsEnd, boolean ofApplication) {
  /** The source of streams that the application opens. */
  public static final Source APPLICATION = new Source(Optional.empty(), false, true);
}
