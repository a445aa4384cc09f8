package org.heliograph.it.app.otlp;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import jakarta.annotation.Resource;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.transaction.UserTransaction;
import java.util.concurrent.Callable;
import org.heliograph.Broadcast;

/** Fires a broadcast within one span, and commits within another: {@code POST order?channel=…}. */
@WebServlet("/order")
public class TracedOrder extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient Event<Broadcast> broadcasts;
  @Inject private transient Tracer tracer;
  @Resource private transient UserTransaction transaction;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws ServletException {
    Broadcast placed = Broadcast.to(request.getParameter("channel")).data("placed");
    try {
      transaction.begin();
      within(
          "order",
          () -> {
            broadcasts.fire(placed);
            return null;
          });
      within(
          "commit",
          () -> {
            transaction.commit();
            return null;
          });
    } catch (Exception e) {
      throw new ServletException(e);
    }
  }

  private void within(String name, Callable<Void> work) throws Exception {
    Span span = tracer.spanBuilder(name).startSpan();
    try {
      Context.current().with(span).wrap(work).call();
    } finally {
      span.end();
    }
  }
}
