package org.heliograph.testing;

/**
 * Why a server has refused a channel to a {@link HeliographProbe}.
 *
 * @param channel the name of the channel
 * @param status the HTTP status of the refusal: 401 without an identity, 403 for one that may not,
 *     404 for a channel that nobody declares, 400 for a malformed name, 503 where an authorizer has
 *     failed
 * @param code a stable word for the cause, such as {@code unauthenticated}, {@code forbidden} or
 *     {@code unknown-channel}; empty where the container lets nobody in, whatever the channel
 * @param detail a sentence for people
 */
public record Refusal(String channel, int status, String code, String detail) {}
