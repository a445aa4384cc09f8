/**
 * What nodes ask of each other about streams, by entries of the log that they share. Plain Java.
 *
 * <p>Enter at {@link org.heliograph.internal.cluster.errand.Errands}, which asks and waits; {@link
 * org.heliograph.internal.cluster.errand.Service} does what other nodes ask for.
 */
package org.heliograph.internal.cluster.errand;
