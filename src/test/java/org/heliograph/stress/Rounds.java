package org.heliograph.stress;

import java.lang.annotation.Annotation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;

/**
 * Plays a jcstress test for a bounded number of rounds in this JVM. That takes a second and needs
 * no generated code, but finds less than jcstress, which varies how the code is compiled. The
 * threads of the actors meet before each fresh state, so that they work on it at the same moment,
 * give or take a few pauses.
 */
final class Rounds {
  /** So many pauses an actor may come later than it could. */
  private static final int PAUSES = 8;

  /** Reads that make a pause. */
  private static final int PAUSE = 8;

  /** In one round: each pause of the one actor with each of the other. */
  private static final int STATES = PAUSES * PAUSES;

  private static final int SPINS = 1000;

  private final Class<?> test;
  private final int rounds;
  private final Method[] actors;
  private final Method[] arbiters;
  private final Class<?> resultType;
  private final Object[] states = new Object[STATES];
  private final Object[] results = new Object[STATES];
  private final AtomicInteger arrivals = new AtomicInteger();
  private final Map<String, Integer> outcomes = new ConcurrentHashMap<>();

  private Rounds(Class<?> test, int rounds) {
    this.test = test;
    this.rounds = rounds;
    this.actors = methods(test, Actor.class);
    this.arbiters = methods(test, Arbiter.class);
    this.resultType =
        Stream.of(actors, arbiters)
            .flatMap(Stream::of)
            .flatMap(method -> Stream.of(method.getParameterTypes()))
            .findAny()
            .orElseThrow();
  }

  private static Method[] methods(Class<?> test, Class<? extends Annotation> role) {
    return Stream.of(test.getMethods())
        .filter(method -> method.isAnnotationPresent(role))
        .toArray(Method[]::new);
  }

  /** {@return how often each outcome was seen, where an exception is an outcome too} */
  static Map<String, Integer> outcomes(Class<?> test, int rounds) throws InterruptedException {
    Rounds played = new Rounds(test, rounds);
    Thread[] threads =
        IntStream.range(0, played.actors.length)
            .mapToObj(i -> new Thread(() -> played.play(i)))
            .toArray(Thread[]::new);
    for (Thread thread : threads) {
      thread.setDaemon(true);
      thread.start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    return played.outcomes;
  }

  private void play(int actor) {
    for (int round = 0; round < rounds; round++) {
      if (actor == 0) {
        prepare();
      }
      for (int i = 0; i < STATES; i++) {
        meet();
        pause(actor == 0 ? i % PAUSES : i / PAUSES);
        call(actors[actor], i);
      }
      meet();
      if (actor == 0) {
        judge();
      }
    }
  }

  /** Takes some nanoseconds a time, which {@link Thread#onSpinWait} does not on all processors. */
  private void pause(int times) {
    for (int i = 0; i < times * PAUSE; i++) {
      arrivals.getOpaque();
    }
  }

  private void prepare() {
    for (int i = 0; i < STATES; i++) {
      try {
        states[i] = test.getConstructor().newInstance();
        results[i] = resultType.getConstructor().newInstance();
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("Not a state of a test: " + test, e);
      }
    }
  }

  private void judge() {
    for (int i = 0; i < STATES; i++) {
      for (Method arbiter : arbiters) {
        call(arbiter, i);
      }
      count(results[i].toString());
    }
  }

  private void call(Method method, int i) {
    try {
      method.invoke(states[i], method.getParameterCount() == 0 ? new Object[0] : results(i));
    } catch (InvocationTargetException e) {
      count(method.getName() + " throws " + e.getCause());
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("Not public: " + method, e);
    }
  }

  private Object[] results(int i) {
    return new Object[] {results[i]};
  }

  private void count(String outcome) {
    outcomes.merge(outcome, 1, Integer::sum);
  }

  /** Returns when as many threads have come as there are actors. */
  private void meet() {
    int arrival = arrivals.incrementAndGet();
    int all = (arrival + actors.length - 1) / actors.length * actors.length;
    for (int spin = 0; arrivals.get() < all; spin++) {
      if (spin < SPINS) {
        Thread.onSpinWait();
      } else {
        LockSupport.parkNanos(1); // the other has no processor just now
      }
    }
  }
}
