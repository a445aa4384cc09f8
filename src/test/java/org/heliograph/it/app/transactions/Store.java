package org.heliograph.it.app.transactions;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.heliograph.Channels;

/** Changes entities: {@code POST store/{deed}?channel=…}. */
@WebServlet("/store/*")
public class Store extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @PersistenceContext private transient EntityManager entities;
  @Inject private transient Boundaries boundaries;
  @Inject private transient Channels channels;
  @EJB private transient EarlyBird bird;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String channel = request.getParameter("channel");
    response.setContentType("text/plain");
    response.getWriter().print(answer(request.getPathInfo().substring(1), channel));
  }

  private String answer(String deed, String channel) {
    switch (deed) {
      case "persist" -> boundaries.nested(() -> persist(channel, "one"));
      case "persist-two" ->
          boundaries.nested(
              () -> {
                persist(channel, "one");
                entities.flush();
                persist(channel, "two");
              });
      case "update" -> update(channel);
      case "fail" -> fail(channel);
      case "position" -> {
        return channels.position();
      }
      case "early-position" -> {
        return bird.position();
      }
      default -> throw new IllegalArgumentException(deed);
    }
    return "done";
  }

  private Item persist(String channel, String name) {
    Item item = new Item(channel, name);
    entities.persist(item);
    return item;
  }

  private void update(String channel) {
    Item[] item = new Item[1];
    boundaries.nested(() -> item[0] = persist(channel, "one"));
    boundaries.nested(() -> entities.find(Item.class, item[0].id()).rename("two"));
  }

  private void fail(String channel) {
    try {
      boundaries.nested(
          () -> {
            persist(channel, "never");
            entities.flush();
            throw new IllegalArgumentException("rolls back");
          });
    } catch (IllegalArgumentException e) {
      boundaries.nested(() -> persist(channel, "afterwards"));
    }
  }
}
