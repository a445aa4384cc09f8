package org.heliograph.it.app;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Collection;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.management.JMException;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.TabularData;

/** What JMX has of this application, as JSON: {@code GET figures}. */
@WebServlet("/figures")
public class Figures extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    response.setContentType("application/json");
    try {
      response.getWriter().print(figures(request.getContextPath()));
    } catch (JMException e) {
      throw new ServletException(e);
    }
  }

  private static String figures(String context) throws JMException {
    MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    ObjectName name = new ObjectName("org.heliograph:type=Signals,application=" + context);
    Stream.Builder<String> members = Stream.builder();
    for (MBeanAttributeInfo one : server.getMBeanInfo(name).getAttributes()) {
      members.add("\"" + one.getName() + "\":" + json(server.getAttribute(name, one.getName())));
    }
    return members.build().collect(Collectors.joining(",", "{", "}"));
  }

  private static String json(Object value) {
    return value instanceof TabularData table ? json(table.values()) : value.toString();
  }

  private static String json(Collection<?> rows) {
    return rows.stream()
        .map(CompositeData.class::cast)
        .map(row -> "\"" + row.get("key") + "\":" + row.get("value"))
        .collect(Collectors.joining(",", "{", "}"));
  }
}
