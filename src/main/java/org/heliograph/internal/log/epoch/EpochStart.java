package org.heliograph.internal.log.epoch;

/**
 * How an epoch of a shared log begins.
 *
 * @param number names the epoch, in base 36 where clients read it; greater than those of all older
 *     epochs
 * @param kept the sequence of the last entry of older epochs that the log has kept; 0 for none
 */
public record EpochStart(long number, long kept) {}
