package org.heliograph.internal.types;

import java.util.Map;
import org.heliograph.internal.routing.ChannelPattern;

/**
 * A channel and its events.
 *
 * @param events the payloads by the names of the events
 */
record ChannelType(ChannelPattern pattern, Map<String, Shape> events) {}
