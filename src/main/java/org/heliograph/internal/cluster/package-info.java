/**
 * Many nodes: one totally ordered log that all nodes of an application share, and what each node
 * does with it. Plain Java.
 *
 * <p>Enter at {@link org.heliograph.internal.cluster.SharedLog}, which is all that an engine has to
 * provide. An {@link org.heliograph.internal.cluster.Entry} that is appended comes back as a {@link
 * org.heliograph.internal.cluster.PlacedEntry}, on every node in the same order.
 */
package org.heliograph.internal.cluster;
