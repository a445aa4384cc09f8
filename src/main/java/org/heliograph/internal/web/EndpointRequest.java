package org.heliograph.internal.web;

/**
 * A request, as far as the rules of the endpoint look at it.
 *
 * @param method the HTTP method
 * @param path what follows the context root, or the path of the JAX-RS application: still encoded,
 *     and beginning with a slash
 * @param query the parameters
 * @param headers the header fields
 * @param identity the caller, as far as anybody has authenticated the caller by now
 */
public record EndpointRequest(
    String method, String path, Query query, Headers headers, Identity identity) {}
