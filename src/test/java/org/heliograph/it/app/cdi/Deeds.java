package org.heliograph.it.app.cdi;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.transaction.UserTransaction;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import org.heliograph.Broadcast;
import org.heliograph.Channels;

/** What a test has broadcast within the application: {@code POST deeds/{deed}?channel=…}. */
@WebServlet("/deeds/*")
public class Deeds extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient Event<Broadcast> broadcasts;
  @Inject private transient Event<Afterwards.Deed> deeds;
  @Inject private transient Channels channels;
  @Inject private transient Alarm alarm;
  @Inject private transient Heard heard;
  @Resource private transient UserTransaction transaction;
  @Resource private transient ManagedExecutorService executor;
  @Resource private transient ManagedScheduledExecutorService scheduler;

  /** A payload whose JSON tells which JSON-B has made it. */
  public record Reading(int cpuLoad) {}

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String channel = request.getParameter("channel");
    response.setContentType("text/plain");
    try {
      response.getWriter().print(answer(request.getPathInfo().substring(1), channel));
    } catch (Exception e) {
      response.getWriter().print(e.getClass().getSimpleName() + ": " + e.getMessage());
    }
  }

  private String answer(String deed, String channel) throws Exception {
    switch (deed) {
      case "fire" -> fire(channel, "fired");
      case "fire-reading" -> fire(channel, new Reading(7));
      case "fire-async" ->
          broadcasts
              .fireAsync(Broadcast.to(channel).data("fired asynchronously"))
              .toCompletableFuture()
              .get();
      case "execute" -> executor.submit(() -> fire(channel, "executed")).get();
      case "schedule" ->
          scheduler.schedule(() -> fire(channel, "scheduled"), 1, MILLISECONDS).get();
      case "time" -> alarm.ring(channel);
      case "commit" -> commit(channel);
      case "roll-back" -> rollBack(channel);
      case "commit-and-tell" -> inTransaction(() -> deeds.fire(new Afterwards.Deed(channel)));
      case "commit-changed" -> commitChanged(channel);
      case "to-others" -> channels.toOthers(channel).data("to others");
      case "to-others-later" -> {
        Channels.Target others = channels.toOthers(channel);
        executor.submit(() -> others.data("to others")).get();
      }
      case "fire-to-others" -> fireToOthers(channel);
      case "commit-to-others" -> inTransaction(() -> fireToOthers(channel));
      case "to-others-elsewhere" -> toOthersElsewhere(channel);
      case "count" -> {
        return channels.connectionCount() + " " + channels.activeChannels().contains(channel);
      }
      case "heard" -> {
        return heard.of(channel);
      }
      default -> throw new IllegalArgumentException(deed);
    }
    return "done";
  }

  private void fire(String channel, Object data) {
    broadcasts.fire(Broadcast.to(channel).data(data));
  }

  private void fireToOthers(String channel) {
    broadcasts.fire(Broadcast.toOthers(channel).data("to others"));
  }

  /** On threads that work for no request, one without a class loader among them. */
  private void toOthersElsewhere(String channel) throws Exception {
    executor.submit(() -> channels.toOthers(channel).data("managed")).get();
    broadcasts
        .fireAsync(Broadcast.toOthers(channel).data("asynchronous"))
        .toCompletableFuture()
        .get();
    FutureTask<String> task = new FutureTask<>(() -> channels.toOthers(channel).data("bare"));
    Thread bare = new Thread(task);
    bare.setContextClassLoader(null);
    bare.start();
    task.get();
  }

  /** What is sent at once overtakes what waits for the transaction. */
  private void commit(String channel) throws Exception {
    inTransaction(
        () -> {
          fire(channel, "first");
          fire(channel, "second");
          fire(channel, "third");
          channels.to(channel).data("at once");
        });
  }

  private void commitChanged(String channel) throws Exception {
    List<String> payload = new ArrayList<>(List.of("as fired"));
    inTransaction(
        () -> {
          fire(channel, payload);
          payload.add("changed");
        });
  }

  private void inTransaction(Runnable work) throws Exception {
    transaction.begin();
    try {
      work.run();
      transaction.commit();
    } catch (RuntimeException e) {
      transaction.rollback();
      throw e;
    }
  }

  private void rollBack(String channel) throws Exception {
    transaction.begin();
    fire(channel, "rolled back");
    transaction.rollback();
    fire(channel, "after it");
  }
}
