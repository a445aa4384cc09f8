/**
 * The requests of the Java client, over {@code java.net.http} or a test's transport: with the token
 * of the moment, once more after a 401, and with an {@link
 * org.heliograph.internal.client.http.Ending} for every way in which they can fail.
 *
 * <p>Enter at {@link org.heliograph.internal.client.http.Exchange}.
 */
package org.heliograph.internal.client.http;
