package org.heliograph.internal.hub;

import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.heliograph.internal.stream.HubListener;
import org.heliograph.internal.stream.request.StreamsElsewhere;

/**
 * What a hub is told that shares its log with those of other nodes.
 *
 * @param sender names this node; what the ids of its clients begin with
 * @param patience how long streams wait for a node that does not follow the log
 * @param time the time in milliseconds by the clock that says how old the log's events are
 * @param ticks run four times a second on a thread of its own, however busy the hub is
 * @param publisher makes what takes broadcasts, of what would give them their places on this node;
 *     that one checks and encodes them
 * @param elsewhere what the other nodes do with their streams
 * @param listener hears who comes and goes, for the other nodes
 * @param streams how many streams the other nodes have
 * @param lag how far this node is behind the log
 */
public record Sharing(
    String sender,
    Duration patience,
    LongSupplier time,
    Runnable ticks,
    UnaryOperator<Publisher> publisher,
    Elsewhere elsewhere,
    HubListener listener,
    StreamsElsewhere streams,
    Supplier<Duration> lag) {}
