package org.heliograph.it.app;

import jakarta.annotation.security.DeclareRoles;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.heliograph.Channels;

/** What a test has done within the application: {@code POST it/{deed}?channel=…}. */
@WebServlet("/it/*")
@DeclareRoles("vip")
public class Controls extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient Channels channels;
  @Inject private transient Gates gates;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    request.setCharacterEncoding("UTF-8");
    String channel = request.getParameter("channel");
    String answer;
    try {
      answer =
          switch (request.getPathInfo()) {
            case "/broadcast" -> broadcast(request, channel);
            case "/burst" -> burst(request, channel);
            case "/subscribers" -> String.valueOf(channels.subscriberCount(channel));
            case "/disconnect" ->
                String.valueOf(channels.disconnect(request.getParameter("client")));
            case "/disconnect-user" ->
                String.valueOf(channels.disconnectUser(request.getParameter("user")));
            case "/session" -> session(request);
            case "/revoke" ->
                String.valueOf(channels.revoke(request.getParameter("user"), channel));
            case "/reached" -> String.valueOf(gates.awaitReached(channel));
            case "/open" -> {
              gates.open(channel);
              yield "";
            }
            default -> throw new IllegalArgumentException(request.getPathInfo());
          };
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    response.setContentType("text/plain");
    response.getWriter().print(answer);
  }

  /** Does something with the HTTP session of the request. */
  private static String session(HttpServletRequest request) {
    HttpSession session = request.getSession(request.getParameter("deed").equals("begin"));
    if (session == null) {
      return "none";
    }
    switch (request.getParameter("deed")) {
      case "begin", "look" -> {}
      case "end" -> session.invalidate();
      case "rename" -> request.changeSessionId();
      case "limit" -> session.setMaxInactiveInterval(1);
      default -> throw new IllegalArgumentException(request.getParameter("deed"));
    }
    return "one";
  }

  private String broadcast(HttpServletRequest request, String channel) {
    String event = request.getParameter("event");
    String data = request.getParameter("data");
    String less = request.getParameter("less");
    String except = request.getParameter("except");
    boolean others = request.getParameter("others") != null;
    Channels.Target target =
        (others ? channels.toOthers(channel) : channels.to(channel))
            .exceptUsers(less)
            .except(except);
    return event == null ? target.data(data) : target.send(event, data);
  }

  private String burst(HttpServletRequest request, String channel) {
    String filling = "x".repeat(Integer.parseInt(request.getParameter("size")));
    String position = "";
    for (int i = 0; i < Integer.parseInt(request.getParameter("count")); i++) {
      position = channels.to(channel).data(filling);
    }
    return position;
  }
}
