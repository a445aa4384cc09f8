package org.heliograph.bench.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.heliograph.Cluster;

/** Finds out how long after its deployment the application follows the log. */
@ApplicationScoped
public class Following {
  private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

  @Inject private Cluster cluster;
  private volatile OptionalLong millis = OptionalLong.empty();

  void begin(@Observes @Initialized(ApplicationScoped.class) Object context) {
    long start = System.nanoTime();
    Cluster node = cluster;
    Thread thread = new Thread(() -> await(node, start), "bench-following");
    thread.setDaemon(true);
    thread.start();
  }

  private void await(Cluster node, long start) {
    while (!node.connected()) {
      LockSupport.parkNanos(LOOK_NANOS);
    }
    millis = OptionalLong.of(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
  }

  /** {@return after how many milliseconds it did; empty if it does not yet} */
  public OptionalLong millis() {
    return millis;
  }
}
