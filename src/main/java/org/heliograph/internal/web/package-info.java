/**
 * HTTP: how streams are asked for, granted and changed (PROTOCOL sections 1, 6 and 7). Nothing in
 * this package needs a container.
 *
 * <p>Enter at {@link org.heliograph.internal.web.EndpointRules}, which decides what becomes of a
 * request. A request has come one of two ways: through the servlet filter of {@code web.servlet},
 * or through the application's own JAX-RS application and the filter of {@code web.jaxrs}. Both
 * lead on to one JAX-RS resource, whose work {@link org.heliograph.internal.web.StreamOpener} and
 * {@link org.heliograph.internal.web.ChannelChange} do. Whatever refuses a request throws a {@link
 * org.heliograph.internal.web.ProblemException}.
 */
package org.heliograph.internal.web;
