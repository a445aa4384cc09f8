/**
 * The lives of a log that several nodes share, and where positions of each of them are in the order
 * of this node. Plain Java.
 *
 * <p>Enter at {@link org.heliograph.internal.log.epoch.Epochs}.
 */
package org.heliograph.internal.log.epoch;
