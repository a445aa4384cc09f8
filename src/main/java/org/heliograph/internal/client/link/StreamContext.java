package org.heliograph.internal.client.link;

import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.LongConsumer;
import org.heliograph.internal.client.http.Address;
import org.heliograph.internal.client.http.Exchange;
import org.heliograph.internal.client.loop.Loop;

/**
 * What the streams that a link opens one after the other have in common.
 *
 * @param settings what the client was told
 * @param address where the endpoint is
 * @param http sends the requests
 * @param loop owns all of it
 * @param deliveries run the application's listeners, in order
 * @param resume the position of the last event seen, on any of the streams
 * @param wanted the channels that the client wants now
 * @param listener hears what the streams say
 * @param onRetry hears the reconnection time that the server asks for, in milliseconds
 */
record StreamContext(
    LinkSettings settings,
    Address address,
    Exchange.Client http,
    Loop loop,
    Executor deliveries,
    ResumePoint resume,
    Set<String> wanted,
    LinkListener listener,
    LongConsumer onRetry) {}
