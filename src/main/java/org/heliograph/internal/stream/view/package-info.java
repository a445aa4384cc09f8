/**
 * What can be seen of a stream from outside, without holding it up. Plain Java.
 *
 * <p>Enter at {@link org.heliograph.internal.stream.view.StreamView}.
 */
package org.heliograph.internal.stream.view;
