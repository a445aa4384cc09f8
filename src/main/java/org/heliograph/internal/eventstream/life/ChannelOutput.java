package org.heliograph.internal.eventstream.life;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.heliograph.Channels;
import org.heliograph.SseEvent;

/** The output to a channel, which takes everything at once. Thread-safe. */
public final class ChannelOutput implements Output {
  private final RunningStream stream;
  private final Channels.Target channel;
  private final Listening listening;

  // written under the monitor, read by anyone
  private volatile boolean ended;

  /** What is to be told at the next tick, unless something else replaces it; null for nothing. */
  @GuardedBy("this")
  private SseEvent pending;

  /** Whether something replaceable was told since the last tick. */
  @GuardedBy("this")
  private boolean told;

  /** Watches whether anybody listens to a channel; for one thread. */
  public static final class Listening {
    private final BooleanSupplier heard;
    private final long patience;
    private long since;

    /**
     * Begins to watch.
     *
     * @param heard whether anybody listens now
     * @param patience how long nobody may; empty for ever
     * @param clock milliseconds from any origin
     */
    public Listening(BooleanSupplier heard, Optional<Duration> patience, LongSupplier clock) {
      this.heard = heard;
      this.patience = patience.map(Listening::millis).orElse(Long.MAX_VALUE);
      this.since = clock.getAsLong();
    }

    private static long millis(Duration time) {
      return time.compareTo(Duration.ofMillis(Long.MAX_VALUE)) < 0
          ? time.toMillis()
          : Long.MAX_VALUE;
    }

    boolean isOver(long now) {
      if (patience == Long.MAX_VALUE) {
        return false;
      }
      if (heard.getAsBoolean()) {
        since = now;
      }
      return now - since >= patience;
    }
  }

  public ChannelOutput(RunningStream stream, Channels.Target channel, Listening listening) {
    this.stream = stream;
    this.channel = channel;
    this.listening = listening;
  }

  @Override
  public boolean offer(Object item, int capacity, Receipt receipt) {
    receipt.given(publish(ItemEncoder.event(item)));
    return true;
  }

  /** Under the monitor, so that nothing follows the last event. */
  private synchronized boolean publish(SseEvent event) {
    if (event.data().isEmpty()
        || event.id().isPresent()
        || event.retry().isPresent()
        || event.comment().isPresent()) {
      throw new IllegalArgumentException(
          "An event for a channel has data, perhaps a name, and nothing else; was " + event);
    }
    if (!ended) {
      stream.context().run(() -> send(event.name(), event.data().orElseThrow()));
    }
    return !ended;
  }

  private void send(Optional<String> name, Object data) {
    if (name.isPresent()) {
      channel.send(name.get(), data);
    } else {
      channel.data(data);
    }
  }

  /**
   * At once if nothing was since the last tick, else at the next: a history is not to be flooded.
   */
  @Override
  public synchronized void replace(SseEvent event) {
    pending = event;
    if (!told) {
      flush();
    }
  }

  private synchronized void flush() {
    if (pending != null) {
      SseEvent event = pending;
      pending = null;
      told = true;
      publish(event);
    }
  }

  @Override
  public boolean awaitRoom() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    return !ended;
  }

  @Override
  public void onRoom(RunningStream.Body draw) {
    stream.call(draw);
  }

  @Override
  public boolean isBusy() {
    return false;
  }

  @Override
  public synchronized void end() {
    if (!ended) {
      ended = true;
      stream.outputClosed();
    }
  }

  @Override
  public synchronized void end(SseEvent lastEvent) {
    flush();
    publish(lastEvent);
    end();
  }

  @Override
  public void fail(String message) {
    end(SseEvent.named("error").data(Map.of("message", message)));
  }

  @Override
  public synchronized void clear() {
    pending = null;
  }

  @Override
  public void abort() {
    end();
  }

  @Override
  public void tick(long now) {
    synchronized (this) {
      told = false;
      if (pending != null) {
        stream.call(this::flush);
      }
    }
    if (listening.isOver(now)) {
      stream.call(() -> stream.stop("Nobody listens"));
    }
  }
}
