package org.heliograph.internal.log;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * Where a reader begins in a channel, and what could be given back to it (PROTOCOL section 4).
 *
 * @param <R> who reads
 * @param cursor the reader's place
 * @param recovered whether nothing is missing since the position that the reader named; empty if it
 *     named none
 * @param replayed how many frames of the past come first; empty if the reader named no position
 */
public record JoinResult<R extends Reader>(
    Cursor<R> cursor, Optional<Boolean> recovered, OptionalLong replayed) {}
