/**
 * Clients of a deployed application: one that reads events as a browser does, one that misbehaves,
 * a thousand that one thread reads, and what they need to get through.
 *
 * <p>Enter at {@link org.heliograph.it.support.http.SseStream}.
 */
package org.heliograph.it.support.http;
