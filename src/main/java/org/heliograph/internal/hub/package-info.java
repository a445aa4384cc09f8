/**
 * The face of the hub: everything outside asks {@link org.heliograph.internal.hub.Hub}, which puts
 * together what is kept ({@code log}), who is written to ({@code delivery}) and who listens ({@code
 * stream}).
 *
 * <p>A broadcast walks {@code Hub.publish} → {@code HubLog.append} → {@code FanOut.deliver} →
 * {@code Connection.drain} → {@code Wire.write}; a subscription walks {@code Hub.open} → {@code
 * StreamState.open} → {@code HubLog.join}.
 */
package org.heliograph.internal.hub;
