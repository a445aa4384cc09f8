/**
 * The life of one stream of an application's own, and where its events go.
 *
 * <p>Enter at {@link org.heliograph.internal.eventstream.life.RunningStream}. Its events go to an
 * {@link org.heliograph.internal.eventstream.life.Output}: to a client by the hub's own delivery,
 * so that one that does not read holds up nobody, or to a channel.
 */
package org.heliograph.internal.eventstream.life;
