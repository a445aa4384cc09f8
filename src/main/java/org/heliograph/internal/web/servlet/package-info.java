/**
 * The way in below the context root, whatever JAX-RS application there is or is not.
 *
 * <p>Enter at {@link org.heliograph.internal.web.servlet.EndpointInitializer}, which the container
 * calls when it starts a web module; requests go through {@link
 * org.heliograph.internal.web.servlet.EndpointFilter}. The other classes have servers map JAX-RS
 * applications that they would pass over.
 */
package org.heliograph.internal.web.servlet;
