package org.heliograph.it.app.rest;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.ext.Provider;
import java.security.Principal;

/** Believes whoever names a caller, as the application's own filter may that reads tokens. */
@Provider
@Priority(Priorities.AUTHENTICATION)
public class Callers implements ContainerRequestFilter {
  private record Caller(String name) implements SecurityContext, Principal {
    @Override
    public String getName() {
      return name;
    }

    @Override
    public Principal getUserPrincipal() {
      return this;
    }

    @Override
    public boolean isUserInRole(String role) {
      return false;
    }

    @Override
    public boolean isSecure() {
      return false;
    }

    @Override
    public String getAuthenticationScheme() {
      return "X-Caller";
    }
  }

  @Override
  public void filter(ContainerRequestContext request) {
    String name = request.getHeaderString("X-Caller");
    if (name != null) {
      request.setSecurityContext(new Caller(name));
    }
  }
}
