package org.heliograph.it.app.cdi;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Notes what it learns of a request, before anything of Heliograph's is asked. */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class VisitFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;

  @Inject private transient Visit visit;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String ticket = request.getHeader("X-Ticket");
    if (ticket != null) {
      visit.show(ticket);
    }
    chain.doFilter(request, response);
  }
}
