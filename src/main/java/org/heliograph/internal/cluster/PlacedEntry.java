package org.heliograph.internal.cluster;

import java.util.Optional;

/**
 * What a node reads from the shared log: an entry that a node has appended, or the begin of an
 * epoch.
 *
 * @param place where it is; the sequence is one more than that of what comes before
 * @param time when the engine has taken it, in milliseconds of the engine's clock
 * @param entry what a node has appended; empty if an epoch begins here, whose {@link Epoch#kept()}
 *     is one less than the sequence
 */
public record PlacedEntry(Place place, long time, Optional<Entry> entry) {}
