package org.heliograph.internal.web;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.heliograph.internal.web.EndpointRequest.Headers;
import org.heliograph.internal.web.expiry.GrantExpiry;
import org.heliograph.internal.web.source.ClientAddresses;

/** Requests as no container is needed to make them. */
public final class TestRequests {
  private static final Jsonb JSONB = JsonbBuilder.create();

  private TestRequests() {}

  /** The default settings of an endpoint. */
  static WebOptions options() {
    return options(Transport.AUTO);
  }

  static WebOptions options(Transport transport) {
    return options(transport, false, Set.of());
  }

  /** The default settings of an endpoint that serves documents. */
  static WebOptions documented() {
    return options(Transport.AUTO, true, Set.of());
  }

  /** The default settings of an endpoint that has a console. */
  public static WebOptions withConsole(String... roles) {
    return options(Transport.AUTO, false, Set.of(roles));
  }

  private static WebOptions options(Transport transport, boolean documents, Set<String> console) {
    return new WebOptions(
        EndpointPath.parse("/_sse"),
        transport,
        Set.of("*"),
        Optional.of("Bearer"),
        true,
        GrantExpiry.NONE,
        documents,
        console,
        ClientAddresses.DEFAULTS);
  }

  /** Reads JSON, as a server's JSON-B does. */
  public static Object json(String text) {
    return JSONB.fromJson(text, Object.class);
  }

  static Headers headers(Map<String, String> fields) {
    return name -> Optional.ofNullable(fields.get(name)).map(List::of).orElse(List.of());
  }

  /** A caller with an HTTP session. */
  static Identity inSession(String user, String session) {
    Identity caller = identity(user);
    return new Identity() {
      @Override
      public Optional<Principal> principal() {
        return caller.principal();
      }

      @Override
      public boolean isUserInRole(String role) {
        return caller.isUserInRole(role);
      }

      @Override
      public Optional<String> session() {
        return Optional.of(session);
      }
    };
  }

  /**
   * A caller.
   *
   * @param user the name; null if nobody has authenticated the caller
   */
  public static Identity identity(String user, String... roles) {
    Principal named = () -> user;
    return caller(user == null ? null : named, roles);
  }

  /** A caller whom the container has as such a principal. */
  static Identity caller(Principal principal, String... roles) {
    return new Identity() {
      @Override
      public Optional<Principal> principal() {
        return Optional.ofNullable(principal);
      }

      @Override
      public boolean isUserInRole(String role) {
        return List.of(roles).contains(role);
      }
    };
  }
}
