/**
 * What the protocol promises to a client, whatever the application, the server and the transport.
 *
 * <p>Enter at {@link org.heliograph.it.protocol.StreamContract}. {@code ServletTransportIT} and
 * {@code JaxrsTransportIT} run the contracts over both transports; heartbeats of a channel's own
 * need settings, and {@code CdiIT} has them.
 */
package org.heliograph.it.protocol;
