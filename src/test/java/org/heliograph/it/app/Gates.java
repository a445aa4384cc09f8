package org.heliograph.it.app;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Where an authorizer waits until the test lets it go on. */
@ApplicationScoped
public class Gates {
  private static final int PATIENCE_SECONDS = 60;

  private final Map<String, Gate> gates = new ConcurrentHashMap<>();

  private record Gate(CountDownLatch reached, CountDownLatch opened) {}

  private Gate gate(String name) {
    return gates.computeIfAbsent(
        name, any -> new Gate(new CountDownLatch(1), new CountDownLatch(1)));
  }

  /** Waits in front of a gate; false if nobody opens it. */
  public boolean pass(String name) throws InterruptedException {
    gate(name).reached().countDown();
    return gate(name).opened().await(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  /** Returns when somebody waits in front of a gate; false if nobody comes. */
  public boolean awaitReached(String name) throws InterruptedException {
    return gate(name).reached().await(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  /** Lets everyone through. */
  public void open(String name) {
    gate(name).opened().countDown();
  }
}
