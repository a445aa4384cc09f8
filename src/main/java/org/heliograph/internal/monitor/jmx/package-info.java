/**
 * The figures of an application for JMX. Enter at {@link
 * org.heliograph.internal.monitor.jmx.Registration}.
 */
package org.heliograph.internal.monitor.jmx;
