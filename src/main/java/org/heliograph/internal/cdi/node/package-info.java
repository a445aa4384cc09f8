/**
 * What makes an application one of many nodes, if it is configured so.
 *
 * <p>Enter at {@link org.heliograph.internal.cdi.node.Membership}.
 */
package org.heliograph.internal.cdi.node;
