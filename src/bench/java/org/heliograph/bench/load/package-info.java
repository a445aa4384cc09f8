/**
 * Many event streams read by one thread, and who publishes what comes over them. {@link
 * org.heliograph.bench.load.Fleet} is the way in.
 */
package org.heliograph.bench.load;
