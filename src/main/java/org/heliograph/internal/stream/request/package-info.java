/**
 * What a client asks for and what it is answered: the terms in which HTTP talks to the streams.
 * Values, and the one exception by which a stream is refused.
 *
 * <p>Enter at {@link org.heliograph.internal.stream.request.StreamRequest}.
 */
package org.heliograph.internal.stream.request;
