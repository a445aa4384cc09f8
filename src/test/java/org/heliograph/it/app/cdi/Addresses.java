package org.heliograph.it.app.cdi;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Keeps what a usual access log would have of each request: {@code GET deeds/addresses} lists the
 * methods and addresses, the newest thousands of them.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class Addresses extends HttpFilter {
  private static final long serialVersionUID = 1L;
  private static final int KEPT = 10_000;

  private final transient Queue<String> seen = new ConcurrentLinkedQueue<>();

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (request.getRequestURI().endsWith("/deeds/addresses")) {
      response.setContentType("text/plain");
      response.getWriter().print(String.join("\n", seen));
      return;
    }
    seen.add(request.getMethod() + " " + request.getRequestURI() + "?" + request.getQueryString());
    if (seen.size() > KEPT) {
      seen.poll();
    }
    chain.doFilter(request, response);
  }
}
