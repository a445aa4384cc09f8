package org.heliograph.internal.cluster.node;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.heliograph.internal.cluster.Entry;
import org.heliograph.internal.cluster.entry.EntryCodec;

/**
 * What a node has sent.
 *
 * @param parcel what was to be sent, with the last of its entries; empty for the other ones, and
 *     for what the node says of itself
 * @param goesOn whether the next entry is of the same parcel, so that both are appended in one call
 * @param time when it was sent first
 */
record Sent(Entry entry, Optional<Parcel> parcel, boolean goesOn, long time) {

  /**
   * {@return the entries of a parcel}
   *
   * @param self the sender
   * @param last the number of the entry before
   */
  static List<Sent> of(Parcel parcel, String self, long last, long now) {
    int count = parcel.parts().size();
    List<Sent> all = new ArrayList<>(count);
    for (int i = 1; i <= count; i++) {
      Entry entry = new Entry(self, last + i, parcel.parts().get(i - 1));
      Optional<Parcel> whole = i < count ? Optional.empty() : Optional.of(parcel);
      all.add(new Sent(entry, whole, i < count, now));
    }
    return all;
  }

  /** {@return the same, which may stand in an epoch that has ended, too} */
  Sent again(long epoch) {
    byte[] body = EntryCodec.again(entry.body(), epoch);
    return new Sent(new Entry(entry.sender(), entry.number(), body), parcel, goesOn, time);
  }
}
