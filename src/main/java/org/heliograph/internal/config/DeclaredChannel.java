package org.heliograph.internal.config;

import java.util.function.Supplier;
import org.heliograph.ChannelAuthorizer;
import org.heliograph.internal.routing.ChannelPattern;

/**
 * A channel that the application declares.
 *
 * @param pattern its pattern
 * @param key how settings name it
 * @param origin where it is declared, for people
 * @param authorizer gives what decides who may subscribe, once the application has started
 */
public record DeclaredChannel(
    ChannelPattern pattern, String key, String origin, Supplier<ChannelAuthorizer> authorizer) {}
