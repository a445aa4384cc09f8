package org.heliograph.internal.web.jaxrs;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.io.InputStream;
import org.heliograph.internal.web.Answer;
import org.heliograph.internal.web.Decision;
import org.heliograph.internal.web.EndpointRules;

/** The console, to which the two ways in lead from its path below the configured one. */
@Path(EndpointRules.CONSOLE_RESOURCE)
@EndpointOnly
public class ConsoleResource {

  /** Answers with what there is to be looked at: the page, a file of it, or a list. */
  @GET
  @Path("{name}")
  public Response look(
      @PathParam("name") String name,
      @Context HttpServletRequest request,
      @Context SecurityContext security) {
    Decision.GoOn decision = (Decision.GoOn) request.getAttribute(Decision.ATTRIBUTE);
    return response(
        ApplicationServices.console()
            .look(name, decision.query(), Jaxrs.identity(security, request)));
  }

  /** Does something to streams. */
  @POST
  @Path("{name}")
  public Response act(
      @PathParam("name") String name,
      @Context HttpServletRequest request,
      @Context SecurityContext security,
      InputStream body) {
    return response(
        ApplicationServices.console().act(name, body, Jaxrs.identity(security, request)));
  }

  private static Response response(Answer answer) {
    if (answer.status() == Response.Status.UNAUTHORIZED.getStatusCode()) {
      MissingSecurity.refused();
    }
    return Jaxrs.response(answer);
  }
}
