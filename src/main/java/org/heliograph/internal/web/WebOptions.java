package org.heliograph.internal.web;

import java.util.Optional;
import java.util.Set;
import org.heliograph.internal.web.expiry.GrantExpiry;
import org.heliograph.internal.web.source.ClientAddresses;

/**
 * The settings of the HTTP side.
 *
 * @param path where the endpoint is
 * @param transport how streams are written
 * @param cors the origins that may read streams: {@code *} alone for any, empty for none
 * @param challenge the value of {@code WWW-Authenticate} in a 401 of ours; empty for no such header
 * @param endsWithSession whether streams end with the HTTP session of their request
 * @param expiry what ends grants, beside their authorizers
 * @param documents whether the documents of AsyncAPI and OpenAPI are served below the endpoint
 * @param console the roles that may use the console; empty for no console
 * @param addresses finds the address under which a stranger's streams are counted
 */
public record WebOptions(
    EndpointPath path,
    Transport transport,
    Set<String> cors,
    Optional<String> challenge,
    boolean endsWithSession,
    GrantExpiry expiry,
    boolean documents,
    Set<String> console,
    ClientAddresses addresses) {}
