package org.heliograph.client;

import java.time.Duration;

/**
 * A wait before another attempt.
 *
 * @param attempt the number of the attempt that follows, from 1
 * @param delay how long the client waits
 * @param cause why the last stream was lost or refused
 */
public record Reconnection(int attempt, Duration delay, ConnectionException cause) {}
