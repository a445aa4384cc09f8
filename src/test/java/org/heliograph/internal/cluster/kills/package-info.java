/**
 * Nodes in processes of their own and a real Redis, which are killed in turn under load. {@link
 * org.heliograph.internal.cluster.kills.Witness} compares what was sent with what clients got that
 * go from node to node.
 */
package org.heliograph.internal.cluster.kills;
