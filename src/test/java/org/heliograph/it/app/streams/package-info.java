/**
 * Streams of an application's own, by {@code EventStreams}, and what the application saw of them.
 */
package org.heliograph.it.app.streams;
