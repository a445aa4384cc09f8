/**
 * The heart: one log of frames per channel, an index per subscription, and a fan-out that drains
 * whoever is behind. Plain Java and the JAX-RS SSE interfaces, no container.
 *
 * <p>Enter at {@link org.heliograph.internal.hub.Hub}. A broadcast walks {@code Hub.publish} →
 * {@code HubLog.append} → {@code FanOut} → {@code Connection.drain} → {@link
 * org.heliograph.internal.hub.Wire}; a subscription walks {@code Streams.open} → {@code
 * HubLog.join} → {@code Agenda}.
 */
package org.heliograph.internal.hub;
