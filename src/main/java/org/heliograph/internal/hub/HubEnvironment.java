package org.heliograph.internal.hub;

import java.util.function.LongSupplier;
import org.heliograph.internal.delivery.HubThreads;
import org.heliograph.internal.log.MessageEncoder.PayloadEncoder;
import org.heliograph.internal.stream.HubListener;

/**
 * What a hub is given by those around it.
 *
 * @param epoch names the life of the hub's log: 1 to 16 small letters and digits
 * @param payloads turns payloads into JSON
 * @param listener hears who comes and goes
 * @param threads the threads that the hub may use
 * @param clock milliseconds from any origin
 */
public record HubEnvironment(
    String epoch,
    PayloadEncoder payloads,
    HubListener listener,
    HubThreads threads,
    LongSupplier clock) {}
