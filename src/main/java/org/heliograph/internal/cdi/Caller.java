package org.heliograph.internal.cdi;

import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.heliograph.Broadcast;
import org.heliograph.internal.hub.Hub;
import org.heliograph.internal.log.Audience;
import org.heliograph.internal.web.EndpointRules;
import org.heliograph.internal.web.OpenedStream;
import org.heliograph.internal.web.WebOptions;
import org.heliograph.internal.web.jaxrs.SecurityContextFilter;
import org.heliograph.internal.web.session.HttpSessions;
import org.heliograph.internal.wire.LeanResponse;

/** Who has sent the request that the calling thread works for. */
@Dependent
public class Caller {
  @Inject Instance<HttpServletRequest> requests;

  @Inject Hub hub;
  @Inject WebOptions options;

  /** {@return the name of the request's principal, as for a stream of the endpoint, if any} */
  Optional<String> name() {
    return ofRequest(Caller::principal).map(Principal::getName);
  }

  /** Within JAX-RS the application's own filters may have set another one than the container. */
  private static Principal principal(HttpServletRequest request) {
    return request.getAttribute(SecurityContextFilter.ATTRIBUTE) instanceof SecurityContext context
        ? context.getUserPrincipal()
        : request.getUserPrincipal();
  }

  /** {@return a broadcast less the client that has sent the request, if the request names it} */
  Broadcast withoutSender(Broadcast broadcast) {
    return ofRequest(request -> request.getHeader(EndpointRules.CLIENT_HEADER))
        .filter(id -> EndpointRules.CLIENT_ID.matcher(id).matches()) // it is kept with the event
        .map(id -> broadcast.except(Audience.sender(id, name().orElse(""))))
        .orElse(broadcast);
  }

  /** {@return how long the caller's token holds; empty if nothing is to end with a token} */
  Optional<Duration> validFor() {
    return options
        .expiry()
        .of(ofRequest(Caller::principal))
        .map(end -> Duration.between(Instant.now(), end));
  }

  /** {@return the id of the HTTP session with which a stream of the request ends, if any} */
  Optional<String> session() {
    return options.endsWithSession()
        ? ofRequest(request -> HttpSessions.of(request, hub).orElse(null))
        : Optional.empty();
  }

  /** Has nobody keep, alter or hold back the stream that the answer is to be. */
  void prepareStream() {
    response()
        .ifPresent(
            response -> {
              OpenedStream.HEADERS.forEach(response::setHeader);
              LeanResponse.prepare(response);
            });
  }

  /** Has the container hold nothing back of the stream that the answer is to be. */
  void preparePromptness() {
    response().ifPresent(LeanResponse::prepare);
  }

  private Optional<HttpServletResponse> response() {
    return ofRequest(
            request -> request.isAsyncStarted() ? request.getAsyncContext().getResponse() : null)
        .filter(HttpServletResponse.class::isInstance)
        .map(HttpServletResponse.class::cast);
  }

  private <T> Optional<T> ofRequest(Function<HttpServletRequest, T> part) {
    // a thread without a class loader works for no request, and Payara's proxies fail there
    if (Thread.currentThread().getContextClassLoader() == null || !requests.isResolvable()) {
      return Optional.empty();
    }
    try {
      return Optional.ofNullable(part.apply(requests.get()));
    } catch (ContextNotActiveException | IllegalStateException e) {
      return Optional.empty(); // servers differ in how they say that there is no request
    }
  }
}
