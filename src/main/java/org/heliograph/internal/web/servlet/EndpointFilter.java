package org.heliograph.internal.web.servlet;

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
import org.heliograph.internal.web.Answer;
import org.heliograph.internal.web.Decision;
import org.heliograph.internal.web.EndpointPath;
import org.heliograph.internal.web.EndpointRequest;
import org.heliograph.internal.web.EndpointRules;
import org.heliograph.internal.web.ProblemException;
import org.heliograph.internal.web.Services;
import org.heliograph.internal.web.jaxrs.ApplicationServices;
import org.heliograph.internal.web.jaxrs.InternalApplication;
import org.heliograph.internal.web.session.DetachableRequest;
import org.heliograph.internal.wire.ResponseHead;

/**
 * The way in below the context root: forwards requests for the configured path to the library's own
 * JAX-RS application. The container's security, and the application's own filters, have been asked
 * for the configured path by then.
 */
public final class EndpointFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;
  private static final System.Logger LOGGER = System.getLogger("org.heliograph");

  private final AtomicBoolean told = new AtomicBoolean();

  /** Looked up at the first request; several threads may do so, and find the same. */
  private transient volatile EndpointRules rules;

  private transient volatile Services services;

  /** Puts the filter before the configured path, behind the application's own filters. */
  static void register(ServletContext context, EndpointPath path) {
    FilterRegistration.Dynamic filter =
        context.addFilter(EndpointFilter.class.getName(), EndpointFilter.class);
    filter.setAsyncSupported(true);
    filter.addMappingForUrlPatterns(
        EnumSet.of(DispatcherType.REQUEST), true, path.text(), path.text() + "/*");
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (rules == null) {
      services = ApplicationServices.current();
      rules = // last: whoever finds it finds the other too
          new EndpointRules(services.options(), services.listener());
    }
    EndpointRequest read = ServletRequests.read(request);
    Decision decision = rules.decide(read);
    ResponseHead.allow(response, decision.headers());
    if (decision instanceof Decision.AnswerNow now) {
      send(now.answer(), response);
    } else if (decision instanceof Decision.OpenStream && !request.isAsyncSupported()) {
      tell(request.getRequestURI());
      ProblemException problem =
          new ProblemException(500, "No stream can be opened here, the server's log says why");
      send(services.refuse(problem, read.identity()), response);
    } else if (decision instanceof Decision.GoOn onward) {
      request.setAttribute(Decision.ATTRIBUTE, onward);
      request
          .getRequestDispatcher("/" + InternalApplication.PATH + onward.target())
          .forward(DetachableRequest.of(request), response);
    }
  }

  private static void send(Answer answer, HttpServletResponse response) throws IOException {
    response.setStatus(answer.status());
    ResponseHead.write(response, answer.headers());
    if (!answer.body().isEmpty()) {
      response.getOutputStream().write(answer.body().getBytes(UTF_8));
    }
  }

  private void tell(String uri) {
    LOGGER.log(
        told.getAndSet(true) ? System.Logger.Level.DEBUG : System.Logger.Level.ERROR,
        "HELIOGRAPH-0202: no stream can be opened, because a servlet filter of the application"
            + " that is mapped to {0} does not support asynchronous requests. Declare it with"
            + " asyncSupported = true, or <async-supported>true</async-supported>",
        uri);
  }
}
