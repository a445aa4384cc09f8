package org.heliograph.internal.hub;

import org.heliograph.ChannelAuthorizer;
import org.heliograph.internal.log.ChannelOptions;

/**
 * What is declared for one pattern.
 *
 * @param pattern the pattern as declared
 * @param authorizer who may subscribe
 * @param options its settings
 */
public record ChannelSpec(String pattern, ChannelAuthorizer authorizer, ChannelOptions options) {}
