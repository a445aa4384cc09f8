/**
 * What makes an application one of many nodes, if it is configured so.
 *
 * <p>Enter at {@link org.heliograph.internal.cdi.node.Engines}, which alone knows which engines
 * there are, and loads nothing of one that is not configured.
 */
package org.heliograph.internal.cdi.node;
