/**
 * Whole nodes over a real Redis that fails: hubs with their threads, fed by nodes with theirs. A
 * judge compares all that was sent with all that clients got.
 */
package org.heliograph.internal.cluster.whole;
