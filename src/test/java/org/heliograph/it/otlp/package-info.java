/**
 * What servers with MicroProfile Telemetry export of an application with channels.
 *
 * <p>Enter at {@link org.heliograph.it.otlp.OtlpExportIT}.
 */
package org.heliograph.it.otlp;
