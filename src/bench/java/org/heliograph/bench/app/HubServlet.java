package org.heliograph.bench.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.heliograph.Channel;
import org.heliograph.ChannelAuthorizer;
import org.heliograph.Channels;

/** Publishes as an application does, by Heliograph. */
@WebServlet("/hub")
public class HubServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final Jsonb JSONB = JsonbBuilder.create();

  @Inject private transient Channels channels;

  /** The channels of the scenarios. */
  @ApplicationScoped
  public static class Declared {
    @Produces
    @Channel("{name}")
    ChannelAuthorizer everyone = ChannelAuthorizer.everyone();
  }

  /** To one channel, or to as many as {@code each} says whose names end with a number. */
  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Tick tick = JSONB.fromJson(request.getInputStream(), Tick.class);
    String channel = request.getParameter("channel");
    String each = request.getParameter("each");
    if (each == null) {
      channels.to(channel).send("tick", tick);
    } else {
      int count = Integer.parseInt(each);
      for (int i = 0; i < count; i++) {
        channels.to(channel + "-" + i).send("tick", tick);
      }
    }
    response.setStatus(HttpServletResponse.SC_NO_CONTENT);
  }
}
