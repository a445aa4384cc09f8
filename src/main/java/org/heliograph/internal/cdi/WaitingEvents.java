package org.heliograph.internal.cdi;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Queue;
import java.util.Set;

/**
 * What observers have yet to be told, in order. Strangers can act faster than observers can be
 * told, so there are limits, one for each client and one for all. They are for beginnings: the end
 * of what was told, or waits, always has room, and that of a beginning without room is left out
 * with it. So nobody who is told of somebody's coming waits in vain to be told of the going,
 * whatever others do. Thread-safe.
 */
final class WaitingEvents {
  private final int most;
  private final int mostOfClient;

  @GuardedBy("this")
  private final Queue<Waiting> queue = new ArrayDeque<>();

  /** How many events of each client wait. */
  @GuardedBy("this")
  private final Map<String, Integer> byClient = new HashMap<>();

  /** What has begun without room: as many as there are streams and subscriptions at most. */
  @GuardedBy("this")
  private final Set<Object> leftOut = new HashSet<>();

  /** An event and whose it is. */
  private record Waiting(String client, Runnable event) {}

  /**
   * Makes limits of how many may wait.
   *
   * @param most beginnings of all clients
   * @param mostOfClient beginnings of one client
   */
  WaitingEvents(int most, int mostOfClient) {
    this.most = most;
    this.mostOfClient = mostOfClient;
  }

  /**
   * Adds the beginning of something, if there is room.
   *
   * @param what equal to what its end is called
   */
  synchronized boolean begin(String client, Object what, Runnable event) {
    if (!hasRoom(client)) {
      leftOut.add(what);
      return false;
    }
    add(client, event);
    return true;
  }

  /** Adds the end of something, unless its beginning was left out. */
  synchronized boolean end(String client, Object what, Runnable event) {
    if (leftOut.remove(what)) {
      return false;
    }
    add(client, event);
    return true;
  }

  /** Adds something that has no end, if there is room. */
  synchronized boolean offer(String client, Runnable event) {
    boolean room = hasRoom(client);
    if (room) {
      add(client, event);
    }
    return room;
  }

  @GuardedBy("this")
  private boolean hasRoom(String client) {
    return queue.size() < most && byClient.getOrDefault(client, 0) < mostOfClient;
  }

  /** Adds an event without a look at the limits. */
  synchronized void add(String client, Runnable event) {
    queue.add(new Waiting(client, event));
    byClient.merge(client, 1, Integer::sum);
    notifyAll();
  }

  /** {@return the next event, as soon as there is one} */
  synchronized Runnable take() throws InterruptedException {
    while (queue.isEmpty()) {
      wait();
    }
    Waiting next = queue.remove();
    byClient.computeIfPresent(next.client(), (client, count) -> count == 1 ? null : count - 1);
    return next.event();
  }

  synchronized boolean isEmpty() {
    return queue.isEmpty();
  }
}
