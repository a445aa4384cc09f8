/**
 * What is kept: one log of encoded events per channel, and everyone's place in it. Plain Java.
 *
 * <p>Enter at {@link org.heliograph.internal.log.HubLog}, which appends and joins under one lock.
 * What a reader has of it is a {@link org.heliograph.internal.log.Cursor} per channel, which takes
 * {@link org.heliograph.internal.log.Frame}s from a {@link org.heliograph.internal.log.ChannelLog}
 * without a lock; they leave in a {@link org.heliograph.internal.log.Batch}.
 */
package org.heliograph.internal.log;
