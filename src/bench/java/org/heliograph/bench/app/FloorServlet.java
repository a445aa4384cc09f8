package org.heliograph.bench.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.CopyOnWriteArrayList;

/** What the server itself costs: writes each event to all streams in a loop, without a hub. */
@WebServlet(urlPatterns = "/floor", asyncSupported = true)
public class FloorServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  private final transient CopyOnWriteArrayList<FloorStream> streams = new CopyOnWriteArrayList<>();

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    AsyncContext context = request.startAsync();
    context.setTimeout(0);
    response.setContentType("text/event-stream");
    response.getOutputStream().write(": floor\n\n".getBytes(UTF_8));
    response.flushBuffer(); // Open Liberty sends nothing at the first flush
    FloorStream stream = new FloorStream(context);
    streams.add(stream); // first, since the greeting says that nothing is missed
    response.getOutputStream().write("event: floor.welcome\n\n".getBytes(UTF_8));
    response.flushBuffer();
    response.getOutputStream().setWriteListener(stream);
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String body = new String(request.getInputStream().readAllBytes(), UTF_8);
    byte[] event = ("event: tick\ndata: " + body + "\n\n").getBytes(UTF_8);
    for (FloorStream stream : streams) {
      if (!stream.send(event)) {
        streams.remove(stream);
      }
    }
    response.setStatus(HttpServletResponse.SC_NO_CONTENT);
  }
}
