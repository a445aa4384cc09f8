package org.heliograph.internal.cluster;

/**
 * What a node appends to the shared log.
 *
 * @param sender who appends: 6 letters and digits, others for each start of a node
 * @param number counts the sender's entries, from 1 and without a gap; the log leaves out an entry
 *     whose number is not higher than the last one of the sender that it has
 * @param body what only nodes read; not written to any more
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; the bytes are those of the engine
public record Entry(String sender, long number, byte[] body) {}
