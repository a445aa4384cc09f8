/**
 * The application's own CDI events that are broadcast: those with {@code @Emits(fired = true)}.
 *
 * <p>Enter at {@link org.heliograph.internal.cdi.fired.FiredEvents}, which finds them while the
 * application is deployed.
 */
package org.heliograph.internal.cdi.fired;
