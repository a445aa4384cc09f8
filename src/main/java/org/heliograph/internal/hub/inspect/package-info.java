/**
 * What can be seen of a hub while it runs: how much there is, and which streams and channels.
 *
 * <p>Enter at {@link org.heliograph.internal.hub.inspect.Inspection}.
 */
package org.heliograph.internal.hub.inspect;
