package org.heliograph.bench.load;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * Publishes the events 0, 1, 2 and so on by POST, one after another, on a thread of its own: at
 * full speed some of them before the first is answered. Those of one transaction are one POST,
 * which says the first. An event says when it was sent; at a fixed pace when it ought to have been,
 * so that a server that keeps the publisher waiting does not look fast.
 */
public final class Publisher implements AutoCloseable {
  private static final long NAP_NANOS = 50_000;

  private final Target target;
  private final Fleet fleet;
  private final Pace pace;
  private final String padding;
  private final Thread thread;

  private volatile boolean stopped;
  private volatile long sent;
  private volatile Exception failure;

  private Publisher(Target target, Fleet fleet, Pace pace, long most, int size) {
    this.target = target;
    this.fleet = fleet;
    this.pace = pace;
    this.padding = "x".repeat(size);
    this.thread = new Thread(() -> run(most), "publisher");
  }

  /**
   * Begins to publish.
   *
   * @param first number of the first event
   * @param size bytes of an event beside its number and time
   */
  public static Publisher start(Target target, Fleet fleet, Pace pace, long first, int size) {
    return start(target, fleet, pace, first, Long.MAX_VALUE, size);
  }

  /**
   * Begins to publish a certain number of events.
   *
   * @param end the number after the last event's
   */
  public static Publisher start(
      Target target, Fleet fleet, Pace pace, long first, long end, int size) {
    Publisher publisher = new Publisher(target, fleet, pace, end, size);
    publisher.sent = first;
    publisher.thread.setDaemon(true);
    publisher.thread.start();
    return publisher;
  }

  private void run(long end) {
    long first = sent;
    long start = System.nanoTime();
    try (Exchange exchange = new Exchange(target.port())) {
      for (long number = first; number < end && await(number, due(start, number - first)); ) {
        List<Exchange.Post> posts = new ArrayList<>();
        do {
          posts.add(post(number, due(start, number - first)));
          number += pace.step();
        } while (posts.size() < pace.pipelined() && number < end && hasRoom(number));
        sent = number;
        exchange.post(posts);
      }
    } catch (IOException | RuntimeException e) {
      failure = e;
    }
  }

  private long due(long start, long count) {
    return pace.perSecond() == 0 ? start : start + count * 1_000_000_000L / pace.perSecond();
  }

  private boolean await(long number, long due) {
    while (!stopped) {
      long early = due - System.nanoTime();
      if (early <= 0 && hasRoom(number)) {
        return true;
      }
      LockSupport.parkNanos(Math.max(NAP_NANOS, early));
    }
    return false;
  }

  private boolean hasRoom(long number) {
    return number + pace.step() - fleet.slowest() <= pace.window();
  }

  private Exchange.Post post(long number, long due) {
    long time = pace.perSecond() == 0 ? System.nanoTime() : due;
    return new Exchange.Post(target.publish().apply(number) + pace.parameter(), body(number, time));
  }

  private String body(long number, long time) {
    return "{\"n\":" + number + ",\"t\":" + time + ",\"x\":\"" + padding + "\"}";
  }

  /** {@return the number of the event that comes next} */
  public long sent() {
    return sent;
  }

  /** Whether all events are published that were to be, or no more can be. */
  public boolean isDone() {
    return !thread.isAlive();
  }

  /**
   * Publishes no more.
   *
   * @return how many events there were, those before the first included
   * @throws IOException if one could not be published
   */
  public long stop() throws IOException {
    close();
    if (failure != null) {
      throw new IOException("An event before " + sent + " could not be published", failure);
    }
    return sent;
  }

  @Override
  public void close() {
    stopped = true;
    LockSupport.unpark(thread);
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
