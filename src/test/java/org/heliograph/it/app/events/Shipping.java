package org.heliograph.it.app.events;

import jakarta.annotation.Resource;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.transaction.UserTransaction;
import java.io.IOException;
import java.util.concurrent.FutureTask;
import org.heliograph.Broadcast;
import org.heliograph.Channels;
import org.heliograph.it.app.events.Orders.OrderShipped;

/** What becomes of an order: {@code POST shipping/{deed}?id=…}. */
@WebServlet("/shipping/*")
public class Shipping extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient Event<OrderShipped> shipped;
  @Inject private transient Event<Broadcast> broadcasts;
  @Inject private transient Channels channels;
  @Resource private transient UserTransaction transaction;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setContentType("text/plain");
    try {
      response
          .getWriter()
          .print(answer(request.getPathInfo().substring(1), request.getParameter("id")));
    } catch (Exception e) {
      response.getWriter().print(e.getClass().getSimpleName() + ": " + e.getMessage());
    }
  }

  private String answer(String deed, String id) throws Exception {
    switch (deed) {
      case "ship" -> ship(id, "ship");
      case "ship-async" ->
          shipped.fireAsync(new OrderShipped(id, "async")).toCompletableFuture().get();
      case "ship-on-a-thread" -> onThread(() -> ship(id, "thread"));
      case "commit" -> {
        transaction.begin();
        note(id, "first");
        ship(id, "second");
        note(id, "third");
        channels.to("orders/" + id).send("note", "at once");
        transaction.commit();
      }
      case "roll-back" -> {
        transaction.begin();
        ship(id, "never");
        transaction.rollback();
        note(id, "after it");
      }
      case "commit-several" -> {
        transaction.begin();
        broadcasts.fire(several(id).data("committed"));
        broadcasts.fire(Broadcast.to("orders/" + id).event("note").data("behind"));
        transaction.commit();
        transaction.begin();
        broadcasts.fire(several(id).data("rolled back"));
        transaction.rollback();
      }
      case "send-several" -> {
        return channels.to("orders/" + id, "orders/" + id + "-b").send("note", "sent");
      }
      case "send-several-unknown" -> channels.to("orders/" + id, "nowhere").send("note", "never");
      case "note-as-order" ->
          broadcasts.fire(Broadcast.to("orders/" + id).event("shipped").data("a text"));
      default -> throw new IllegalArgumentException(deed);
    }
    return "done";
  }

  private static Broadcast several(String id) {
    return Broadcast.to("orders/" + id, "orders/" + id + "-b").event("note");
  }

  private void ship(String id, String carrier) {
    shipped.fire(new OrderShipped(id, carrier));
  }

  private void note(String id, String text) {
    broadcasts.fire(Broadcast.to("orders/" + id).event("note").data(text));
  }

  /** One of the application's own, without a class loader of the server's. */
  private static void onThread(Runnable work) throws Exception {
    FutureTask<Void> task = new FutureTask<>(work, null);
    Thread thread = new Thread(task);
    thread.setContextClassLoader(null);
    thread.start();
    task.get();
  }
}
