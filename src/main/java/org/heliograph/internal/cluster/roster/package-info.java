/**
 * Which nodes there are, and how many streams each has: what nodes say of themselves in their
 * beats, and what others keep of that. Plain Java.
 *
 * <p>Enter at {@link org.heliograph.internal.cluster.roster.Roster}.
 */
package org.heliograph.internal.cluster.roster;
