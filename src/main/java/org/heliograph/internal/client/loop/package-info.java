/**
 * The threads of the Java client: a {@link org.heliograph.internal.client.loop.Loop} that owns all
 * state, so that nothing of it needs a lock, and a serial executor on which the application hears.
 */
package org.heliograph.internal.client.loop;
