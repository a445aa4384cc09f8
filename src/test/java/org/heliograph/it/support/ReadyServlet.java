package org.heliograph.it.support;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Part of every WAR from {@link Wars}: tells that the deployment succeeded. */
@WebServlet("/" + ReadyServlet.PATH)
public final class ReadyServlet extends HttpServlet {
  // an exact path: the servlet wins over whatever else the application maps
  static final String PATH = "it-ready";

  private static final long serialVersionUID = 1L;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) {
    response.setStatus(HttpServletResponse.SC_OK);
  }
}
