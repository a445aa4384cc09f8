package org.heliograph.internal.client.loop;

import java.util.concurrent.Executor;
import org.heliograph.internal.client.http.Transport;

/**
 * What drives one client: threads and connections, or a test's own.
 *
 * @param loop owns the state
 * @param transport sends requests
 * @param deliveries run listeners, one at a time and in order
 * @param workers run what may take its time, such as asking for a token
 * @param closing takes in that the application has closed the client
 * @param shutdown ends the threads, those of the listeners when these have been told
 */
public record Engine(
    Loop loop,
    Transport transport,
    Executor deliveries,
    Executor workers,
    Runnable closing,
    Runnable shutdown) {}
