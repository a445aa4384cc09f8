/**
 * What a hub counts while it works. The rooms above add to {@link
 * org.heliograph.internal.signal.Signals}; whoever shows figures reads a {@link
 * org.heliograph.internal.signal.SignalSnapshot}. Plain Java; knows neither JMX nor OpenTelemetry.
 */
package org.heliograph.internal.signal;
