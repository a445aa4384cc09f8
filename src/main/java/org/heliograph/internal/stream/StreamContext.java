package org.heliograph.internal.stream;

import java.util.function.LongSupplier;
import org.heliograph.internal.delivery.Drainable;
import org.heliograph.internal.log.HubLog;
import org.heliograph.internal.stream.request.StreamOptions;

/**
 * What all streams of a hub share.
 *
 * @param log where their events are
 * @param options their settings
 * @param listener hears who comes and goes
 * @param clock milliseconds from any origin
 */
public record StreamContext(
    HubLog<Drainable> log, StreamOptions options, HubListener listener, LongSupplier clock) {}
