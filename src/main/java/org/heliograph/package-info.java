/**
 * Heliograph's public API: channel-based Server-Sent Events for Jakarta EE.
 *
 * <p>Declare channels with {@link org.heliograph.Channel} and {@link
 * org.heliograph.ChannelAuthorizer}, then fire a {@link org.heliograph.Broadcast} as a CDI event or
 * inject {@link org.heliograph.Channels}. {@link org.heliograph.ClientEvent} tells who comes and
 * goes. Nothing else is needed, and nothing under {@code internal} is API.
 */
package org.heliograph;
