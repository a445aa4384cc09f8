package org.heliograph.internal.eventstream.life;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.heliograph.SseEvent;
import org.heliograph.internal.delivery.DrainOwnership;
import org.heliograph.internal.delivery.Drainable;
import org.heliograph.internal.delivery.WriteHistory;
import org.heliograph.internal.log.Batch;
import org.heliograph.internal.log.EventFormat;
import org.heliograph.internal.log.Frame;
import org.heliograph.internal.log.Json;
import org.heliograph.internal.stream.Wire;
import org.heliograph.internal.stream.time.ConnectionTimes;

/**
 * The output to one client, which the hub's workers drain like any stream of the hub. Thread-safe,
 * but for {@link #drain}, which is for the owner.
 */
public final class SinkOutput implements Output, Drainable, Wire.Listener {
  private static final Logger LOGGER = System.getLogger("org.heliograph");

  /** Writes in one go before others get their turn. */
  private static final int ROUNDS = 16;

  private static final Frame HEARTBEAT = Frame.direct(": hb\n".getBytes(US_ASCII));

  private final RunningStream stream;
  private final Wire wire;
  private final Consumer<Drainable> waker;
  private final Executor closer;
  private final ItemEncoder encoder;
  private final ConnectionTimes times;
  private final long writeTimeout;
  private final Outbox outbox = new Outbox();
  private final DrainOwnership ownership = new DrainOwnership();
  private final WriteHistory writes = new WriteHistory();
  private final AtomicBoolean closed = new AtomicBoolean();

  /**
   * Makes an output whose wire has not been started.
   *
   * @param around what all outputs of an application share
   */
  public SinkOutput(RunningStream stream, Wire wire, Surroundings around) {
    this.stream = stream;
    this.wire = wire;
    this.waker = around.waker();
    this.closer = around.closer();
    this.encoder = around.encoder();
    this.times = new ConnectionTimes(around.clock(), around.options().heartbeat().toMillis(), 0);
    this.writeTimeout = around.options().writeTimeout().toMillis();
  }

  @Override
  public boolean offer(Object item, int capacity, Receipt receipt) {
    boolean taken = outbox.offer(encode(item), capacity, receipt);
    wake();
    return taken;
  }

  @Override
  public void replace(SseEvent event) {
    outbox.replace(encode(event));
    wake();
  }

  private Frame encode(Object item) {
    return stream.context().call(() -> encoder.encode(item));
  }

  @Override
  public boolean awaitRoom() throws InterruptedException {
    return outbox.awaitRoom();
  }

  @Override
  public void onRoom(RunningStream.Body draw) {
    outbox.onRoom(() -> stream.call(draw));
  }

  @Override
  public boolean isBusy() {
    return !outbox.isEmpty();
  }

  @Override
  public void end() {
    outbox.end();
    wake();
  }

  @Override
  public void end(SseEvent last) {
    outbox.end(encode(last));
    wake();
  }

  /** By hand, so that it can be told even if the application's JSON-B is at fault. */
  @Override
  public void fail(String message) {
    end(SseEvent.named("error").data("{\"message\":" + Json.quote(message) + "}"));
  }

  @Override
  public void clear() {
    outbox.clear();
  }

  @Override
  public void abort() {
    outbox.end();
    outbox.clear();
    close();
  }

  @Override
  public void tick(long now) {
    if (times.hangsAt(now, writeTimeout)) {
      lost();
    } else if (times.beatsAt(now)) {
      wake();
    }
  }

  @Override
  public boolean drain(Batch batch) throws IOException {
    for (int round = 0; round < ROUNDS; round++) {
      if (isClosed()) {
        return false;
      }
      times.waits();
      if (!wire.isReady()) {
        return false;
      }
      times.isReady();
      boolean beat = times.takeBeat();
      Outbox.Item next = outbox.poll();
      if (next != null) {
        write(next, batch);
      } else if (outbox.isOver()) {
        close();
        return false;
      } else if (beat) {
        write(HEARTBEAT, batch);
      } else {
        return false;
      }
    }
    return true;
  }

  private void write(Outbox.Item item, Batch batch) throws IOException {
    boolean sent = false;
    try {
      write(item.frame(), batch);
      sent = true;
    } finally {
      item.receipt().given(sent);
    }
  }

  private void write(Frame frame, Batch batch) throws IOException {
    batch.reset(EventFormat.PLAIN, wire.oneByOne());
    batch.add(frame);
    times.waits();
    wire.write(batch);
    times.written();
  }

  @Override
  public void wake() {
    waker.accept(this);
  }

  /** The client has gone, or does not read. */
  @Override
  public void lost() {
    stream.gone();
  }

  private void close() {
    if (closed.compareAndSet(false, true)) {
      try {
        closer.execute(wire::close);
      } catch (RejectedExecutionException e) {
        wire.close(); // the hub has closed, and this thread is one that closes it
      } catch (RuntimeException | Error e) { // no thread can be had: the client must go by itself
        LOGGER.log(Level.ERROR, "HELIOGRAPH-0405: The sink of a stream could not be closed", e);
      } finally {
        stream.outputClosed();
      }
    }
  }

  @Override
  public DrainOwnership ownership() {
    return ownership;
  }

  @Override
  public WriteHistory writes() {
    return writes;
  }

  @Override
  public boolean maySee(Frame frame) {
    return true;
  }

  @Override
  public boolean isClosed() {
    return closed.get();
  }
}
