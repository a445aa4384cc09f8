package org.heliograph.client;

import java.util.Optional;

/**
 * One event of a channel, with its payload as the JSON that came.
 *
 * @param channel the name of the channel that the event was broadcast to
 * @param name the name of the event; {@code message} where the broadcast had none
 * @param json the JSON text of the payload, empty where the broadcast had none
 * @param id the position of the event in the server's log, {@code <epoch>.<sequence>}
 */
public record ChannelEvent(String channel, String name, Optional<String> json, String id) {}
