package org.heliograph.internal.cluster.node;

import java.util.Optional;
import org.heliograph.internal.cluster.Entry;
import org.heliograph.internal.cluster.entry.EntryCodec;

/**
 * What a node has sent.
 *
 * @param parcel what was to be sent; empty for what the node says of itself
 * @param time when it was sent first
 */
record Sent(Entry entry, Optional<Parcel> parcel, long time) {

  /** {@return the same, which may stand in an epoch that has ended, too} */
  Sent again(long epoch) {
    byte[] body = EntryCodec.again(entry.body(), epoch);
    return new Sent(new Entry(entry.sender(), entry.number(), body), parcel, time);
  }
}
