package org.heliograph.internal.cluster.entry;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.heliograph.internal.cluster.Place;

/**
 * What the entry of kind {@link Kind#RECALL} says: of what its sender had read and the engine has
 * lost, all that comes behind a place has been put back before the entry.
 *
 * @param after the last place that could not be put back, so that whoever has not read it has
 *     missed something; none if all was put back
 */
public record Claim(Place after) {
  /** {@return the claim in bytes} */
  public byte[] encode() {
    return ByteBuffer.allocate(16).putLong(after.epoch()).putLong(after.sequence()).array();
  }

  /** {@return what the bytes say; empty if they are no claim} */
  public static Optional<Claim> decode(byte[] bytes) {
    if (bytes.length < 16) {
      return Optional.empty();
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    return Optional.of(new Claim(new Place(buffer.getLong(), buffer.getLong())));
  }
}
