package org.heliograph.it.app.http2;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Answers each request with the client's port: requests of one connection have the same. */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class PeerFilter extends HttpFilter {
  /** The name of the response header. */
  public static final String HEADER = "X-Peer-Port";

  private static final long serialVersionUID = 1L;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    response.setHeader(HEADER, String.valueOf(request.getRemotePort()));
    chain.doFilter(request, response);
  }
}
