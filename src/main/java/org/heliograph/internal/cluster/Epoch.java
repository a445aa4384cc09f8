package org.heliograph.internal.cluster;

/**
 * The begin of an uninterrupted life of the shared log. Its first entry has the sequence {@code
 * kept + 1} and says the same.
 *
 * @param number greater than those of all older epochs; a time of the engine in milliseconds where
 *     that is greater
 * @param kept the sequence of the last entry of older epochs that the log has kept; 0 for none
 */
public record Epoch(long number, long kept) {}
