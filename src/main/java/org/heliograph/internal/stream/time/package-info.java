/**
 * What time is to streams: when one beats, hangs or has lived long enough, and for how long all
 * wait while the node does not follow the log that it shares with others. Plain Java.
 *
 * <p>Enter at {@link org.heliograph.internal.stream.time.ConnectionTimes}.
 */
package org.heliograph.internal.stream.time;
