package org.heliograph.client;

/**
 * The end of an established connection.
 *
 * @param reason {@code client} if the application has ended it, the reason of the server's {@code
 *     hg.bye}, or the code of the {@link ConnectionException}
 * @param reconnect whether the client comes back by itself
 */
public record Disconnection(String reason, boolean reconnect) {}
