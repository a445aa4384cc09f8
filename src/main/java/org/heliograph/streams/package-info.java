/**
 * Streams of an application's own, which are no channels: the progress of a job, the items of a
 * source as they come, a beat, or whatever the application writes by hand.
 *
 * <p>Enter at {@link org.heliograph.streams.EventStreams}, a bean to inject.
 */
package org.heliograph.streams;
