package org.heliograph.testing;

/**
 * A channel that the code under test has taken away from a user, by {@code Channels.revoke}.
 *
 * @param user the name of the principal
 * @param channel the name of the channel
 */
public record Revocation(String user, String channel) {}
