/**
 * The figures of an application, and spans of its broadcasts, for OpenTelemetry. Nothing here is
 * loaded where the application does not see the API of OpenTelemetry.
 *
 * <p>Enter at {@link org.heliograph.internal.monitor.telemetry.MetricExport} and {@link
 * org.heliograph.internal.monitor.telemetry.TracedPublisher}.
 */
package org.heliograph.internal.monitor.telemetry;
