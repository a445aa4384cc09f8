package org.heliograph.internal.web;

import jakarta.annotation.Priority;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.ext.Provider;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import org.heliograph.internal.hub.Hub;
import org.heliograph.internal.log.EventFormat;
import org.heliograph.internal.log.Position;
import org.heliograph.internal.stream.Connection;
import org.heliograph.internal.stream.Wire;
import org.heliograph.internal.stream.request.RefusedException;
import org.heliograph.internal.stream.request.StreamRequest;
import org.heliograph.internal.wire.ServletWire;
import org.heliograph.internal.wire.SinkWire;

/**
 * Opens the stream that is asked for, or refuses it. A filter, since containers differ in what they
 * make of an error once they have made a sink; the last one, so that the application's own have
 * settled the identity.
 */
@Provider
@Admission
@Priority(Priorities.USER + 1000)
public class AdmissionFilter implements ContainerRequestFilter {
  @Override
  public void filter(ContainerRequestContext request) {
    Services services = Services.current();
    try {
      StreamRequest wanted = read(request, services);
      if (HttpMethod.HEAD.equals(request.getProperty(Door.ENTERED))) {
        Response.ResponseBuilder head = Response.ok();
        StreamResource.HEADERS.forEach(head::header);
        request.abortWith(head.build());
      } else {
        request.setProperty(Admitted.ATTRIBUTE, open(wanted, services));
      }
    } catch (Problem problem) {
      request.abortWith(problem.response(services.options()));
    }
  }

  private static StreamRequest read(ContainerRequestContext request, Services services)
      throws Problem {
    List<String> channels = request.getUriInfo().getQueryParameters().get("channel");
    channels = channels == null ? List.of() : channels;
    Problem.checkCount(channels.size(), services.options().maxChannels());
    EventFormat format = format(parameter(request, "format"));
    Optional<Position> position = position(request);
    SecurityContext identity = request.getSecurityContext();
    Gatekeeper gatekeeper = new Gatekeeper(services.hub(), identity).judge(channels);
    if (gatekeeper.grants().isEmpty() && !channels.isEmpty()) {
      throw Problem.allRefused(gatekeeper.rejections());
    }
    return new StreamRequest(
        Optional.ofNullable(identity.getUserPrincipal()).map(Principal::getName),
        format,
        position,
        true,
        gatekeeper.grants(),
        gatekeeper.rejections());
  }

  private static Optional<String> parameter(ContainerRequestContext request, String name) {
    return Optional.ofNullable(request.getUriInfo().getQueryParameters().getFirst(name));
  }

  private static EventFormat format(Optional<String> name) throws Problem {
    return switch (name.orElse("envelope")) {
      case "envelope" -> EventFormat.ENVELOPE;
      case "plain" -> EventFormat.PLAIN;
      default -> throw new Problem(400, "'format' is envelope or plain");
    };
  }

  private static Optional<Position> position(ContainerRequestContext request) throws Problem {
    Optional<String> text =
        Optional.ofNullable(request.getHeaderString("Last-Event-ID"))
            .or(() -> parameter(request, "lastEventId"))
            .filter(value -> !value.isEmpty()); // as a client without one may say
    try {
      return text.map(Position::parse);
    } catch (IllegalArgumentException e) {
      throw new Problem(400, e.getMessage());
    }
  }

  private static Admitted open(StreamRequest wanted, Services services) throws Problem {
    Hub hub = services.hub();
    Wire wire =
        services.options().transport() == Transport.JAXRS
            ? new SinkWire(hub.closer())
            : new ServletWire(hub.closer());
    try {
      Connection connection = hub.open(wanted, wire);
      return new Admitted(connection, wire);
    } catch (RefusedException e) {
      throw new Problem(e.status(), e.getMessage());
    } catch (IllegalArgumentException e) {
      throw new Problem(400, e.getMessage());
    }
  }
}
