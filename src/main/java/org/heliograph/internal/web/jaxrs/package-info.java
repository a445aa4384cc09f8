/**
 * The endpoint as JAX-RS has it: one resource, whose path is its own, and the filters before it.
 *
 * <p>Enter at {@link org.heliograph.internal.web.jaxrs.EndpointRequestFilter} for requests to the
 * application's own JAX-RS application, or at {@link
 * org.heliograph.internal.web.jaxrs.InternalApplication} for those that the servlet filter has
 * forwarded. From there both walk through {@link
 * org.heliograph.internal.web.jaxrs.OpenStreamFilter} to {@link
 * org.heliograph.internal.web.jaxrs.EndpointResource}.
 */
package org.heliograph.internal.web.jaxrs;
