package org.heliograph.internal.cluster.node;

import java.util.concurrent.CompletableFuture;
import org.heliograph.internal.cluster.Place;

/** Something that a node sends once. */
public final class Parcel {
  private final byte[] bytes;
  private final CompletableFuture<Place> arrival = new CompletableFuture<>();

  /** Whether the node keeps it until it can be sent, and nobody waits for it. */
  private volatile boolean kept;

  Parcel(byte[] bytes) {
    this.bytes = bytes;
  }

  byte[] bytes() {
    return bytes;
  }

  /** {@return what is completed once this node has read the entry, or will not send it} */
  CompletableFuture<Place> arrival() {
    return arrival;
  }

  boolean isKept() {
    return kept;
  }

  void keep() {
    kept = true;
  }
}
