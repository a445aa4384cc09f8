package org.heliograph.it.app.surroundings;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;

/**
 * What older applications have before everything: an encoding, a large buffer, wrappers, and the
 * headers for pages of other origins.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class Meddler extends HttpFilter {
  /** The only origin that the application allows. */
  public static final String ORIGIN = "https://app.example";

  private static final long serialVersionUID = 1L;

  private static final int LARGE_BUFFER = 256 * 1024;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    request.setCharacterEncoding("ISO-8859-1");
    response.setCharacterEncoding("ISO-8859-1");
    response.setBufferSize(LARGE_BUFFER);
    response.setHeader("Access-Control-Allow-Origin", ORIGIN);
    response.setHeader("Access-Control-Allow-Credentials", "true");
    chain.doFilter(
        new HttpServletRequestWrapper(request), new HttpServletResponseWrapper(response));
  }
}
