package org.heliograph.internal.stream.request;

import java.util.Optional;

/**
 * Who has a stream, or has asked for one.
 *
 * @param id the client's id, secret to that client; empty if it has no stream
 * @param user the name of its principal
 * @param address the address that has connected to the server, as the server tells it; empty if the
 *     application has opened the stream itself
 */
public record StreamClient(String id, Optional<String> user, Optional<String> address) {
  /** {@return somebody who has no stream} */
  public static StreamClient withoutStream(Optional<String> user, Optional<String> address) {
    return new StreamClient("", user, address);
  }
}
