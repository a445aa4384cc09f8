/**
 * Streams of an application's own: what runs the application's jobs and draws its sources, and what
 * carries their events to a client or a channel.
 *
 * <p>Enter at {@link org.heliograph.internal.eventstream.OwnStreams}. A {@link
 * org.heliograph.internal.eventstream.RunningStream} is the life of one stream; its events go to an
 * {@link org.heliograph.internal.eventstream.Output}. To a client they go by the hub's own
 * delivery, so that a client that does not read holds up nobody.
 */
package org.heliograph.internal.eventstream;
