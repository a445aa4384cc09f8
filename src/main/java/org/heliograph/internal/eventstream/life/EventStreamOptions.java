package org.heliograph.internal.eventstream.life;

import java.time.Duration;

/**
 * The settings of an application's own streams.
 *
 * @param max how many there may be at a time
 * @param heartbeat silence after which a client gets a comment
 * @param writeTimeout how long a write may hang before its stream ends
 */
public record EventStreamOptions(int max, Duration heartbeat, Duration writeTimeout) {}
