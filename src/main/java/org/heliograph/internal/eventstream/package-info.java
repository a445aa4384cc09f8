/**
 * Streams of an application's own: what runs the application's jobs and draws its sources.
 *
 * <p>Enter at {@link org.heliograph.internal.eventstream.OwnStreams}, which begins, counts and ends
 * them.
 */
package org.heliograph.internal.eventstream;
