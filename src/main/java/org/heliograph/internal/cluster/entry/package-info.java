/**
 * What the bodies of entries hold, which nodes of different versions read. Plain Java.
 *
 * <p>Enter at {@link org.heliograph.internal.cluster.entry.EntryCodec}.
 */
package org.heliograph.internal.cluster.entry;
