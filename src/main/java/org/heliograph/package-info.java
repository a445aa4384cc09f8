/**
 * Heliograph's public API: channel-based Server-Sent Events for Jakarta EE.
 *
 * <p>Declare channels with {@link org.heliograph.Channel} and {@link
 * org.heliograph.ChannelAuthorizer}, then fire a {@link org.heliograph.Broadcast} as a CDI event or
 * inject {@link org.heliograph.Channels}. {@link org.heliograph.ClientEvent} tells who comes and
 * goes, and {@link org.heliograph.Cluster} how this node stands with others. Nothing else is needed
 * for channels, and nothing under {@code internal} is API.
 *
 * <p>Streams that are no channels, such as the progress of a job, are begun with {@link
 * org.heliograph.streams.EventStreams}, in a package of its own. By hand, events are written with
 * {@link org.heliograph.SseFormat} and read with {@link org.heliograph.SseParser}.
 */
package org.heliograph;
