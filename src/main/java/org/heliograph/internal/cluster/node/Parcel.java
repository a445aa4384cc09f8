package org.heliograph.internal.cluster.node;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.heliograph.internal.cluster.Place;

/** Something that a node sends once: one entry, or several that are appended in one call. */
public final class Parcel {
  private final List<byte[]> parts;
  private final int size;
  private final CompletableFuture<Place> arrival = new CompletableFuture<>();

  /** Whether the node keeps it until it can be sent, and nobody waits for it. */
  private volatile boolean kept;

  /**
   * Packs the bodies of entries.
   *
   * @param parts one for each entry, in order
   */
  Parcel(List<byte[]> parts) {
    this.parts = parts;
    this.size = parts.stream().mapToInt(part -> part.length).sum();
  }

  List<byte[]> parts() {
    return parts;
  }

  /** {@return how many bytes the parts have together} */
  int size() {
    return size;
  }

  /** {@return what is completed once this node has read the last entry, or will not send it} */
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
