package org.heliograph.internal.cluster.node;

import java.util.concurrent.ThreadFactory;
import java.util.function.IntUnaryOperator;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.heliograph.internal.cluster.Feed;

/**
 * What a node needs to have around it.
 *
 * @param sender the name under which the node sends: 6 letters and digits, others for each start
 * @param feed what is told of the shared log
 * @param hearer what is told of other nodes, and of this one
 * @param beats answers the body of the next beat
 * @param chance answers a number from 0 to below its argument
 * @param clock milliseconds from any origin
 * @param running the same, but without the time in which this process has stood still
 * @param threads makes the two threads of the node
 */
public record NodeEnvironment(
    String sender,
    Feed feed,
    Hearer hearer,
    Supplier<byte[]> beats,
    IntUnaryOperator chance,
    LongSupplier clock,
    LongSupplier running,
    ThreadFactory threads) {}
