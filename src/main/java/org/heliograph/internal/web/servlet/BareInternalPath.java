package org.heliograph.internal.web.servlet;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.heliograph.internal.web.jaxrs.InternalApplication;

/**
 * Answers that nothing is at the bare internal path, as all of it answers requests from outside.
 * The servlet is there for WildFly, which warns of resource classes in an application that maps no
 * servlet, and does not know of {@link InternalMapping} yet when it looks.
 */
@WebServlet("/" + InternalApplication.PATH)
public class BareInternalPath extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.sendError(HttpServletResponse.SC_NOT_FOUND);
  }
}
