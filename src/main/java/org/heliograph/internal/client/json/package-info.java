/**
 * The little JSON that the Java client reads and writes itself: problem details, control events and
 * the frames around events. Enter at {@link org.heliograph.internal.client.json.JsonFields}; {@link
 * org.heliograph.internal.client.json.JsonScanner} says why there is a reader of one's own.
 */
package org.heliograph.internal.client.json;
