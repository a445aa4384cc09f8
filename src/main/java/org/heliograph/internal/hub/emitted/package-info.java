/**
 * What channels say of their events, and whether broadcasts keep to it.
 *
 * <p>Enter at {@link org.heliograph.internal.hub.emitted.EmittedEvent}.
 */
package org.heliograph.internal.hub.emitted;
