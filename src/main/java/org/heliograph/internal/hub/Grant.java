package org.heliograph.internal.hub;

import java.time.Duration;
import java.util.Optional;

/**
 * A channel that its authorizer has granted.
 *
 * @param channel its name
 * @param options the settings of its pattern
 * @param validFor how long the grant holds; empty for as long as the stream
 */
public record Grant(String channel, ChannelOptions options, Optional<Duration> validFor) {}
