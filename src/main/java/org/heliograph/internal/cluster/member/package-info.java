/**
 * What an application has to do with other nodes: its hub and its node, put together. Plain Java.
 *
 * <p>Enter at {@link org.heliograph.internal.cluster.member.Membership}.
 */
package org.heliograph.internal.cluster.member;
