/**
 * What Heliograph promises to an application that uses other parts of Jakarta EE beside it: CDI
 * events and scopes, transactions, executors, timers, and JAX-RS resources of its own.
 *
 * <p>Enter at {@link org.heliograph.it.jakarta.BroadcastContract}.
 */
package org.heliograph.it.jakarta;
