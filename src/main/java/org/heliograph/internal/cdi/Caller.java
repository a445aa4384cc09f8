package org.heliograph.internal.cdi;

import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Optional;

/** Who has sent the request that the calling thread works for. */
@Dependent
public class Caller {
  @Inject Instance<HttpServletRequest> requests;

  /** The name of the principal that the container has authenticated; empty without a request. */
  Optional<String> name() {
    if (!requests.isResolvable()) {
      return Optional.empty();
    }
    try {
      return Optional.ofNullable(requests.get().getUserPrincipal()).map(Principal::getName);
    } catch (ContextNotActiveException | IllegalStateException e) {
      return Optional.empty(); // servers differ in how they say that there is no request
    }
  }
}
