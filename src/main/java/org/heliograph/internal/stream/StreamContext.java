package org.heliograph.internal.stream;

import java.util.function.LongSupplier;
import org.heliograph.internal.delivery.Drainable;
import org.heliograph.internal.log.HubLog;
import org.heliograph.internal.signal.Signals;
import org.heliograph.internal.stream.request.StreamOptions;
import org.heliograph.internal.stream.request.StreamsElsewhere;
import org.heliograph.internal.stream.time.Following;

/**
 * What all streams of a hub share.
 *
 * @param log where their events are
 * @param options their settings
 * @param listener hears who comes and goes
 * @param clock milliseconds from any origin
 * @param following whether the node follows the log
 * @param clientPrefix what the ids of clients begin with
 * @param elsewhere the streams of other nodes
 * @param signals counts what happens to streams
 */
public record StreamContext(
    HubLog<Drainable> log,
    StreamOptions options,
    HubListener listener,
    LongSupplier clock,
    Following following,
    String clientPrefix,
    StreamsElsewhere elsewhere,
    Signals signals) {}
