/**
 * Which declared channel a name belongs to: the rules of names and patterns, and the choice of the
 * most specific pattern.
 *
 * <p>Enter at {@link org.heliograph.internal.routing.ChannelRouter}: it is built once from {@link
 * org.heliograph.internal.routing.Route}s and answers each name with a {@link
 * org.heliograph.internal.routing.ChannelMatch}. {@link
 * org.heliograph.internal.routing.ChannelPattern} describes the syntax of patterns, {@link
 * org.heliograph.internal.routing.ChannelName} that of names. Everything here is immutable, safe to
 * use from any thread, and needs nothing but the JDK.
 */
package org.heliograph.internal.routing;
