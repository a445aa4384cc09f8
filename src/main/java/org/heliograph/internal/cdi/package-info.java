/**
 * The skin between the hub and an application: CDI beans, the server's threads, start and end.
 *
 * <p>Enter at {@link org.heliograph.internal.cdi.HubLifecycle}, which puts everything together when
 * the application starts.
 */
package org.heliograph.internal.cdi;
