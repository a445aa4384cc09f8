package org.heliograph.internal.client.link;

import java.net.URI;

/**
 * What a client was told of its server and of its own patience.
 *
 * @param address where the streams are, with a query if the application wants one
 * @param firstDelay the ceiling of the first wait before a new attempt, in milliseconds
 * @param maxDelay the ceiling of all waits, in milliseconds
 * @param maxAttempts how many attempts in a row may follow a failure
 * @param maxEventBytes how many bytes a line, and the data of an event, may have
 */
public record LinkSettings(
    URI address, long firstDelay, long maxDelay, int maxAttempts, int maxEventBytes) {}
