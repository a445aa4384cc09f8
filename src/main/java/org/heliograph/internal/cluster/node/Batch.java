package org.heliograph.internal.cluster.node;

import java.util.List;
import org.heliograph.internal.cluster.Entry;
import org.heliograph.internal.cluster.Place;

/**
 * What is appended in one call.
 *
 * @param known the newest place that this node has read
 */
record Batch(Place known, List<Entry> entries, Source source) {

  /** Where what is appended comes from. */
  enum Source {
    PUT_BACK,
    UNDER_WAY,
    NEW
  }
}
