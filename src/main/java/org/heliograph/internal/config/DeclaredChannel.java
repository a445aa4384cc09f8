package org.heliograph.internal.config;

import java.util.function.Supplier;
import org.heliograph.ChannelAuthorizer;
import org.heliograph.internal.routing.ChannelPattern;

/**
 * A channel that the application declares.
 *
 * @param pattern the pattern of the channel's names
 * @param key how settings name the channel
 * @param origin where the channel is declared, for people
 * @param authorizer gives the authorizer that decides who may subscribe, once the application has
 *     started
 */
public record DeclaredChannel(
    ChannelPattern pattern, String key, String origin, Supplier<ChannelAuthorizer> authorizer) {}
