package org.heliograph.internal.routing;

import java.util.Map;

/**
 * What a {@link ChannelRouter} found for a name.
 *
 * @param <T> the type of the value
 * @param pattern the most specific pattern that matches the name
 * @param value what was declared for the pattern
 * @param parameters the values of the pattern's parameters by name, in its order, unmodifiable
 */
public record ChannelMatch<T>(ChannelPattern pattern, T value, Map<String, String> parameters) {}
