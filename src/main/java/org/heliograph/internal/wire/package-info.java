/**
 * Where a stream leaves the hub: the two ways to write to a client without waiting for it.
 *
 * <p>Enter at {@link org.heliograph.internal.wire.ServletWire}, the default; {@link
 * org.heliograph.internal.wire.SinkWire} writes to sinks of the container's JAX-RS implementation,
 * those included that an application hands over.
 */
package org.heliograph.internal.wire;
