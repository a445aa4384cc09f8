package org.heliograph.client;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;
import org.heliograph.internal.client.loop.Loop;

/** Time stands still unless a test lets it pass, and chance is what the test says. */
final class VirtualLoop implements Loop {
  private final double random;
  private final long start;
  private final Queue<Runnable> now = new ArrayDeque<>();
  private final Queue<Runnable> soon = new ArrayDeque<>();
  private final PriorityQueue<Timer> timers =
      new PriorityQueue<>(Comparator.comparingLong(Timer::due).thenComparing(Timer::number));

  private long time;
  private int made;

  private record Timer(long due, Integer number, Runnable task) {}

  VirtualLoop(double random, long start) {
    this.random = random;
    this.start = start;
  }

  @Override
  public long now() {
    return time;
  }

  @Override
  public long date() {
    return start + time;
  }

  @Override
  public double random() {
    return random;
  }

  @Override
  public void execute(Runnable task) {
    now.add(task);
  }

  @Override
  public void executeSoon(Runnable task) {
    soon.add(task);
  }

  @Override
  public Runnable schedule(long delay, Runnable task) {
    Timer timer = new Timer(time + delay, made++, task);
    timers.add(timer);
    return () -> timers.remove(timer);
  }

  int timers() {
    return timers.size();
  }

  /** Lets everything happen that does not wait for time, and then what comes in the time given. */
  void pass(long milliseconds) {
    long end = time + milliseconds;
    runAll();
    while (!timers.isEmpty() && timers.peek().due() <= end) {
      Timer next = timers.remove();
      time = next.due();
      now.add(next.task());
      runAll();
    }
    time = end;
  }

  private void runAll() {
    while (!now.isEmpty() || !soon.isEmpty()) {
      (now.isEmpty() ? soon : now).remove().run();
    }
  }
}
