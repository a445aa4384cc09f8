package org.heliograph.internal.web;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Nothing, like all of the internal path. WildFly warns of resource classes in an application that
 * maps no servlet, and does not know of {@link Mount} yet when it looks.
 */
@WebServlet("/" + LibraryApplication.PATH)
public class BareInternalPath extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.sendError(HttpServletResponse.SC_NOT_FOUND);
  }
}
