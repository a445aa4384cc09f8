package org.heliograph.it.app.transactions;

import jakarta.annotation.Resource;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.UserTransaction;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.heliograph.Broadcast;

/** What becomes of a broadcast in a transaction: {@code POST transactions/{deed}?channel=…}. */
@WebServlet("/transactions/*")
public class Fates extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient Event<Broadcast> broadcasts;
  @Inject private transient Event<Phases.Deed> deeds;
  @Inject private transient Boundaries boundaries;
  @Inject private transient Session session;
  @Resource private transient UserTransaction transaction;
  @Resource private transient TransactionSynchronizationRegistry registry;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setContentType("text/plain");
    try {
      String deed = request.getPathInfo().substring(1);
      response.getWriter().print(answer(deed, request.getParameter("channel")).orElse("done"));
    } catch (Exception e) {
      response.getWriter().print(e.getClass().getSimpleName() + ": " + e.getMessage());
    }
  }

  private Optional<String> answer(String deed, String channel) throws Exception {
    transaction.begin();
    try {
      switch (deed) {
        case "flushed" -> before(() -> fire(channel, "flushed"));
        case "fired-and-flushed" -> {
          before(() -> fire(channel, "flushed"));
          fire(channel, "fired");
        }
        case "flushed-twice" ->
            before(
                () -> {
                  fire(channel, "one");
                  fire(channel, "two");
                });
        case "observed" -> deeds.fire(new Phases.Deed(channel));
        case "session" -> session.begin(channel);
        case "marked-before" -> {
          transaction.setRollbackOnly();
          fire(channel, "never");
        }
        case "marked-after" -> {
          fire(channel, "never");
          transaction.setRollbackOnly();
        }
        case "marked-in-flush" ->
            before(
                () -> {
                  fire(channel, "never");
                  registry.setRollbackOnly();
                  fire(channel, "never, either");
                });
        case "suspended" -> {
          fire(channel, "in it");
          boundaries.without(() -> fire(channel, "outside of it"));
        }
        case "nested" -> {
          fire(channel, "outer");
          boundaries.nested(() -> fire(channel, "inner"));
          fire(channel, "outer again");
        }
        case "nested-rolls-back" -> {
          fire(channel, "outer");
          failNested(channel);
        }
        case "outer-rolls-back" -> {
          fire(channel, "outer");
          boundaries.nested(() -> fire(channel, "inner"));
          transaction.setRollbackOnly();
        }
        case "fired-and-completed" -> {
          fire(channel, "fired");
          after(() -> fire(channel, "completed"));
        }
        case "completed" -> after(() -> fire(channel, "completed"));
        case "rolled-back" -> {
          return rolledBack(channel);
        }
        case "timed-out" -> {
          return timedOut(channel);
        }
        default -> throw new IllegalArgumentException(deed);
      }
      commit();
      return Optional.empty();
    } finally {
      if (transaction.getStatus() != Status.STATUS_NO_TRANSACTION) {
        transaction.rollback();
      }
    }
  }

  private void commit() throws Exception {
    try {
      transaction.commit();
    } catch (RollbackException e) {
      // as some deeds want it; of any other the test misses the broadcasts
    }
  }

  private void fire(String channel, String data) {
    broadcasts.fire(Broadcast.to(channel).data(data));
  }

  private void failNested(String channel) {
    try {
      boundaries.nested(
          () -> {
            fire(channel, "inner");
            throw new IllegalArgumentException("rolls back");
          });
    } catch (IllegalArgumentException e) {
      fire(channel, "outer again");
    }
  }

  /** What a publisher hears that fires when all is lost, and is not told that by its server. */
  private Optional<String> rolledBack(String channel) throws Exception {
    AtomicReference<String> heard = new AtomicReference<>("sent");
    fire(channel, "never");
    after(
        () -> {
          try {
            fire(channel, "told of the failure");
          } catch (IllegalStateException e) {
            heard.set(e.getMessage());
          }
        });
    transaction.rollback();
    return Optional.of(heard.get());
  }

  private Optional<String> timedOut(String channel) throws Exception {
    transaction.rollback();
    transaction.setTransactionTimeout(1);
    try {
      transaction.begin();
      fire(channel, "never");
      while (transaction.getStatus() == Status.STATUS_ACTIVE) {
        Thread.sleep(100); // until the server's own clock says so
      }
      fire(channel, "never, either");
      return Optional.empty();
    } catch (IllegalStateException e) {
      return Optional.of(e.getMessage());
    } finally {
      transaction.setTransactionTimeout(0);
    }
  }

  /** Before the commit, when a flush of JPA comes. */
  private void before(Runnable work) {
    registry.registerInterposedSynchronization(
        new Synchronization() {
          @Override
          public void beforeCompletion() {
            work.run();
          }

          @Override
          public void afterCompletion(int status) {}
        });
  }

  private void after(Runnable work) {
    registry.registerInterposedSynchronization(
        new Synchronization() {
          @Override
          public void beforeCompletion() {}

          @Override
          public void afterCompletion(int status) {
            work.run();
          }
        });
  }
}
