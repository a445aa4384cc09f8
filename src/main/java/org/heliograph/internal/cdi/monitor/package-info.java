/**
 * Has those know of an application who watch servers: JMX always, MicroProfile Health and
 * OpenTelemetry where they are there.
 */
package org.heliograph.internal.cdi.monitor;
