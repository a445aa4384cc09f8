/**
 * Shows an application to those who watch servers: by JMX always, by MicroProfile Health and
 * OpenTelemetry where the server or the application has them.
 */
package org.heliograph.internal.cdi.monitor;
