/**
 * How the Java client stays in touch with a server: one stream after the other, resumed where the
 * last one was lost, with its channels kept as they are wanted.
 *
 * <p>Enter at {@link org.heliograph.internal.client.link.StreamLink}, which opens streams; {@link
 * org.heliograph.internal.client.link.OpenStream} is one of them, {@link
 * org.heliograph.internal.client.link.ChannelSync} changes its channels. All three live on the
 * client's loop and take no lock. The behaviour is that of the folder {@code link} of the
 * TypeScript client: {@code vectors/situations.json} holds both to it.
 */
package org.heliograph.internal.client.link;
