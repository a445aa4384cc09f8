package org.heliograph.internal.hub;

import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;

/**
 * What a hub is told that shares its log with those of other nodes.
 *
 * @param sender names this node; what the ids of its clients begin with
 * @param patience how long streams wait for a node that does not follow the log
 * @param time the time in milliseconds by the clock that says how old the log's events are
 * @param publisher makes what takes broadcasts, of what would give them their places on this node;
 *     that one checks and encodes them
 * @param elsewhere the streams of the other nodes
 */
public record Sharing(
    String sender,
    Duration patience,
    LongSupplier time,
    UnaryOperator<Publisher> publisher,
    Elsewhere elsewhere) {}
