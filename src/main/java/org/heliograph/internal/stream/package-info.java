/**
 * One client: how its stream opens, what it is subscribed to, how it ends. Plain Java and the
 * JAX-RS SSE interfaces.
 *
 * <p>Enter at {@link org.heliograph.internal.stream.Streams}, which opens and ends streams, or at
 * {@link org.heliograph.internal.stream.SubscriptionChanges}. Both work on a {@link
 * org.heliograph.internal.stream.Connection}, whose {@link
 * org.heliograph.internal.stream.StreamState} has the one monitor of this room. Bytes leave by a
 * {@link org.heliograph.internal.stream.Wire}.
 */
package org.heliograph.internal.stream;
