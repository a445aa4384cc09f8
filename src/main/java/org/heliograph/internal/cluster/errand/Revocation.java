package org.heliograph.internal.cluster.errand;

import java.util.Optional;

/**
 * What all nodes take away from a user.
 *
 * @param id what answers name, unique for the node that asks
 * @param user the user's name
 * @param channel the channel that the user loses; empty if all streams of the user end
 */
record Revocation(long id, String user, Optional<String> channel) {
  byte[] encode() {
    return new BodyWriter().number(id).text(user).text(channel).toBytes();
  }

  static Optional<Revocation> decode(byte[] bytes) {
    return BodyReader.read(
        bytes, body -> new Revocation(body.number(), body.text(), body.optionalText()));
  }
}
