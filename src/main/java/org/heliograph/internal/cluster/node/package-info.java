/**
 * What one node does with the shared log: it sends what its publishers broadcast, reads all that
 * any node has sent, and puts back what the engine has lost. Plain Java.
 *
 * <p>Enter at {@link org.heliograph.internal.cluster.node.Node}, which has two threads: {@link
 * org.heliograph.internal.cluster.node.Sender} appends, {@link
 * org.heliograph.internal.cluster.node.Tail} reads. One turn of either is a method, which tests
 * call without threads and in virtual time.
 */
package org.heliograph.internal.cluster.node;
