package org.heliograph.internal.delivery;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.heliograph.internal.log.Batch;
import org.heliograph.internal.log.ChannelOptions;
import org.heliograph.internal.log.ChannelState;
import org.heliograph.internal.log.Frame;
import org.heliograph.internal.log.HubLog;
import org.heliograph.internal.log.epoch.Epochs;
import org.heliograph.internal.signal.Signals;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLL_Result;

/**
 * A drain is finished by its worker or taken off it by the watchdog: never both, never neither. The
 * pass that it belongs to ends once, and the place in the slow lane is free again.
 */
@JCStressTest
@State
@Outcome(id = "1, worker, free", expect = ACCEPTABLE, desc = "The worker was in time")
@Outcome(id = "1, watchdog, free", expect = ACCEPTABLE, desc = "The watchdog came first")
@Outcome(expect = FORBIDDEN, desc = "Both went on with the pass or neither, or a place is lost")
public class WorkerStress {
  private static final int PATIENCE = 1000;

  private final TaskQueue tasks = new TaskQueue();
  private final DrainLoop loop = new DrainLoop(tasks, new Signals(() -> 0));
  private final SlowLane slowLane = new SlowLane(loop, Runnable::run, 1);
  private final Worker worker = newWorker();
  private final IdleStream stream = new IdleStream();
  private final AtomicInteger ends = new AtomicInteger();
  private final Pass pass = pass();

  private boolean abandoned;

  private Worker newWorker() {
    return new Worker(tasks, loop, slowLane, new Unsupervised());
  }

  private Pass pass() {
    HubLog<Drainable> log = new HubLog<>(Epochs.only("t1"), 1 << 20, () -> 0);
    log.join(stream, Map.of("a", ChannelOptions.DEFAULTS), Optional.empty(), 0);
    ChannelState<Drainable> channel = log.find("a").orElseThrow();
    return new Pass(
        log.beginPass(channel),
        slowest -> ends.incrementAndGet(),
        (task, times) -> tasks.add(task));
  }

  @Actor
  public void worker() {
    pass.run(worker);
  }

  @Actor
  public void watchdog() {
    for (int i = 0; i < PATIENCE && worker.drains() == 0; i++) {
      Thread.onSpinWait(); // there is nothing to abandon yet
    }
    abandoned = worker.abandon();
  }

  @Arbiter
  public void result(LLL_Result result) {
    newWorker().performAll(); // what is left to the worker's replacement
    result.r1 = ends.get();
    result.r2 = abandoned ? "watchdog" : "worker";
    SlowLane.Place place = slowLane.reserve();
    result.r3 = place != null && place.isOpen() ? "free" : "occupied";
  }

  /** Nobody watches, nothing stops. */
  private static final class Unsupervised implements Supervisor {
    @Override
    public void watch() {}

    @Override
    public boolean isStopped() {
      return false;
    }
  }

  /** A stream to which nothing is written. */
  private static final class IdleStream implements Drainable {
    private final DrainOwnership ownership = new DrainOwnership();
    private final WriteHistory writes = new WriteHistory();
    private volatile boolean closed;

    @Override
    public DrainOwnership ownership() {
      return ownership;
    }

    @Override
    public WriteHistory writes() {
      return writes;
    }

    @Override
    public boolean drain(Batch batch) {
      return false;
    }

    @Override
    public void lost() {
      closed = true;
    }

    @Override
    public boolean maySee(Frame frame) {
      return true;
    }

    @Override
    public boolean isClosed() {
      return closed;
    }
  }
}
