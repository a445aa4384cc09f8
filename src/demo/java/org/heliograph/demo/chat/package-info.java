/**
 * Chat rooms: a REST endpoint that broadcasts to all but the sender, and who is in each room, made
 * from the CDI events of subscribing.
 *
 * <p>Enter at {@link org.heliograph.demo.chat.ChatResource}. The messages of a room come on channel
 * {@code chat/{roomId}}; what need not be kept (who types, who is here) on {@code
 * chat/{roomId}/activity}.
 */
package org.heliograph.demo.chat;
