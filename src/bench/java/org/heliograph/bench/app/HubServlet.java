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
import java.util.OptionalLong;
import org.heliograph.Channel;
import org.heliograph.ChannelAuthorizer;
import org.heliograph.Channels;

/** Publishes as an application does, by Heliograph. */
@WebServlet("/hub")
public class HubServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final Jsonb JSONB = JsonbBuilder.create();

  @Inject private transient Channels channels;
  @Inject private transient Transactions transactions;
  @Inject private transient Following following;

  /** The channels of the scenarios. */
  @ApplicationScoped
  public static class Declared {
    @Produces
    @Channel("{name}")
    ChannelAuthorizer everyone = ChannelAuthorizer.everyone();
  }

  /** Answers when the node follows the log, which is at once without an engine: after how long. */
  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    OptionalLong millis = following.millis();
    if (millis.isEmpty()) {
      response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    } else {
      response.getWriter().print(millis.getAsLong());
    }
  }

  /**
   * To one channel, or to as many as {@code each} says whose names end with a number, or as many
   * events as {@code transaction} says to one channel.
   */
  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Tick tick = JSONB.fromJson(request.getInputStream(), Tick.class);
    String channel = request.getParameter("channel");
    String each = request.getParameter("each");
    String transaction = request.getParameter("transaction");
    if (transaction != null) {
      transactions.publish(channel, tick, Integer.parseInt(transaction));
    } else if (each == null) {
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
