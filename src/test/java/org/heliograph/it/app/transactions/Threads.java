package org.heliograph.it.app.transactions;

import jakarta.annotation.Resource;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.transaction.UserTransaction;
import java.io.IOException;
import java.util.List;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import org.heliograph.Broadcast;
import org.heliograph.Channels;

/** Broadcasts on threads that are not the server's: {@code POST threads/{deed}?channel=…}. */
@WebServlet("/threads/*")
public class Threads extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient Event<Broadcast> broadcasts;
  @Inject private transient Channels channels;
  @Resource private transient UserTransaction transaction;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String channel = request.getParameter("channel");
    boolean inTransactions = request.getParameter("transactions") != null;
    FutureTask<String> work =
        new FutureTask<>(() -> inTransactions ? inTransactions(channel) : atOnce(channel));
    response.setContentType("text/plain");
    try {
      run(request.getPathInfo().substring(1), work);
      response.getWriter().print(work.get());
    } catch (Exception e) {
      e.printStackTrace(response.getWriter()); // the test shows it as what it got instead
    }
  }

  private String atOnce(String channel) {
    fire(channel, "fired");
    channels.to(channel).data(List.of("sent"));
    return "done";
  }

  private String inTransactions(String channel) throws Exception {
    transaction.begin();
    fire(channel, "rolled back");
    transaction.rollback();
    transaction.begin();
    fire(channel, "committed");
    channels.to(channel).data(List.of("sent"));
    transaction.commit();
    return "done";
  }

  private void fire(String channel, String data) {
    broadcasts.fire(Broadcast.to(channel).data(List.of(data)));
  }

  private void run(String where, FutureTask<String> work) throws Exception {
    switch (where) {
      case "thread" -> new Thread(work).start();
      case "orphan" -> {
        Thread orphan = new Thread(work);
        orphan.setContextClassLoader(null);
        orphan.start();
      }
      case "foreign" -> {
        Thread foreign = new Thread(work);
        foreign.setContextClassLoader(ClassLoader.getPlatformClassLoader());
        foreign.start();
      }
      case "common-pool" -> CompletableFuture.runAsync(work).get();
      case "timer" -> time(work);
      case "request-without-loader" -> withoutLoader(work);
      default -> throw new IllegalArgumentException(where);
    }
  }

  private static void time(FutureTask<String> work) throws Exception {
    Timer timer = new Timer(true);
    timer.schedule(
        new TimerTask() {
          @Override
          public void run() {
            work.run();
          }
        },
        1);
    work.get();
    timer.cancel();
  }

  /** As a library might that hides its caller's class loader from what it calls. */
  private static void withoutLoader(FutureTask<String> work) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(null);
    try {
      work.run();
    } finally {
      thread.setContextClassLoader(before);
    }
  }
}
