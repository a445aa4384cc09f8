package org.heliograph.internal.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.EnumSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;

/**
 * The way in below the context root, whatever JAX-RS application there is or is not: forwards from
 * the configured path to {@link LibraryApplication}. The container's security, and the
 * application's own filters, have been asked for the configured path by then.
 */
public final class EntryFilter extends HttpFilter {
  /** The attribute of requests that came this way: their query, empty if they have none. */
  static final String ENTERED = EntryFilter.class.getName();

  private static final long serialVersionUID = 1L;
  private static final System.Logger LOGGER = System.getLogger("org.heliograph");
  private static final Pattern PLAIN = Pattern.compile("[/A-Za-z0-9_-]*");

  private final AtomicBoolean told = new AtomicBoolean();

  /** Puts the filter before the configured path, behind the application's own filters. */
  public static void register(ServletContext context, String path) {
    FilterRegistration.Dynamic filter = context.addFilter(ENTERED, EntryFilter.class);
    filter.setAsyncSupported(true);
    filter.setInitParameter("path", path);
    filter.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), true, path, path + "/*");
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (request.getMethod().equals("GET") && !request.isAsyncSupported()) {
      LOGGER.log(
          told.getAndSet(true) ? System.Logger.Level.DEBUG : System.Logger.Level.ERROR,
          "HELIOGRAPH-0202: no stream can be opened, because a servlet filter of the application"
              + " that is mapped to {0} does not support asynchronous requests. Declare it with"
              + " asyncSupported = true, or <async-supported>true</async-supported>",
          request.getRequestURI());
      answer(response, new Problem(500, "No stream can be opened here, the server's log says why"));
      return;
    }
    enter(request, response);
  }

  private static void answer(HttpServletResponse response, Problem problem) throws IOException {
    response.setStatus(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
    response.setContentType(Problem.MEDIA_TYPE);
    response.getOutputStream().write(problem.json().getBytes(UTF_8));
  }

  private void enter(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    String path = getInitParameter("path");
    String info = request.getPathInfo() == null ? "" : request.getPathInfo();
    String rest = (request.getServletPath() + info).substring(path.length());
    String query = request.getQueryString();
    request.setAttribute(ENTERED, query == null ? "" : query);
    request
        .getRequestDispatcher(
            "/" + LibraryApplication.PATH + path + (PLAIN.matcher(rest).matches() ? rest : "/-"))
        .forward(request, response);
  }
}
