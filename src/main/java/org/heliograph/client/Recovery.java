package org.heliograph.client;

/**
 * What the server says when it grants a channel.
 *
 * @param recovered {@code true} if and only if the stream was resumed and no event of the channel
 *     was missed; if {@code false} after a lost stream, fetch again what the channel keeps current
 * @param replayed how many missed events follow
 */
public record Recovery(boolean recovered, long replayed) {}
