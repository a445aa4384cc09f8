package org.heliograph.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;

/**
 * Answers for a page that is not there, at whatever address: the links of {@code 404.html} begin
 * where the application does, which the page itself cannot know.
 */
@WebServlet("/not-found")
public class NotFoundPage extends HttpServlet {
  private static final long serialVersionUID = 1;
  private static final String BASE = "<base href=\"/";

  // for any method: an error keeps that of the request
  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String root = request.getContextPath();
    response.setStatus(HttpServletResponse.SC_NOT_FOUND);
    response.setContentType("text/html;charset=UTF-8");
    try (InputStream page = getServletContext().getResourceAsStream("/404.html")) {
      String html = new String(page.readAllBytes(), UTF_8);
      response.getWriter().write(html.replace(BASE, "<base href=\"" + root + "/"));
    }
  }
}
