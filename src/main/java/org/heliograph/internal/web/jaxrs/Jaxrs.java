package org.heliograph.internal.web.jaxrs;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.heliograph.internal.hub.Hub;
import org.heliograph.internal.web.Answer;
import org.heliograph.internal.web.EndpointRequest.Headers;
import org.heliograph.internal.web.Identity;
import org.heliograph.internal.web.session.HttpSessions;
import org.heliograph.internal.web.source.RequestSources;

/** Translates between the HTTP rules and JAX-RS. */
final class Jaxrs {
  private Jaxrs() {}

  static Headers headers(ContainerRequestContext request) {
    return name -> {
      List<String> values = request.getHeaders().get(name);
      return values == null ? List.of() : values;
    };
  }

  /**
   * The caller as the security context has it at each time of asking.
   *
   * @param request has the HTTP session, if there is one
   */
  static Identity identity(SecurityContext security, HttpServletRequest request, Hub hub) {
    return identity(security, request, () -> HttpSessions.of(request, hub));
  }

  /** The caller as the security context has it at each time of asking, without a session. */
  static Identity identity(SecurityContext security, HttpServletRequest request) {
    return identity(security, request, Optional::empty);
  }

  private static Identity identity(
      SecurityContext security, HttpServletRequest request, Supplier<Optional<String>> session) {
    return new Identity() {
      @Override
      public Optional<Principal> principal() {
        return Optional.ofNullable(security.getUserPrincipal());
      }

      @Override
      public boolean isUserInRole(String role) {
        return security.isUserInRole(role);
      }

      @Override
      public Optional<String> session() {
        return session.get();
      }

      @Override
      public Optional<String> address() {
        return RequestSources.peer(request);
      }
    };
  }

  static Response response(Answer answer) {
    Response.ResponseBuilder response = Response.status(answer.status());
    answer.headers().forEach(response::header);
    if (!answer.body().isEmpty()) {
      response.entity(answer.body().getBytes(UTF_8));
    }
    return response.build();
  }
}
