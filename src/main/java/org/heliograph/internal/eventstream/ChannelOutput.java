package org.heliograph.internal.eventstream;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.heliograph.Channels;
import org.heliograph.SseEvent;

/** The output to a channel, which takes everything at once. Thread-safe. */
final class ChannelOutput implements Output {
  private final RunningStream stream;
  private final Channels.Target channel;
  private final Listening listening;

  // written under the monitor, read by anyone
  private volatile boolean ended;

  /** What was told last, so that nothing is told twice. */
  @GuardedBy("this")
  private SseEvent last;

  /** Watches whether anybody listens to a channel; for one thread. */
  static final class Listening {
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
    Listening(BooleanSupplier heard, Optional<Duration> patience, LongSupplier clock) {
      this.heard = heard;
      this.patience = patience.map(Duration::toMillis).orElse(Long.MAX_VALUE);
      this.since = clock.getAsLong();
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

  ChannelOutput(RunningStream stream, Channels.Target channel, Listening listening) {
    this.stream = stream;
    this.channel = channel;
    this.listening = listening;
  }

  @Override
  public void put(Object item, CompletableFuture<Boolean> sent) {
    sent.complete(publish(ItemEncoder.event(item)));
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

  @Override
  public synchronized void replace(SseEvent event) {
    if (!event.equals(last)) {
      publish(event);
      last = event;
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
  public void onRoom(Runnable draw) {
    stream.call(draw::run);
  }

  @Override
  public int waiting() {
    return 0;
  }

  @Override
  public synchronized void end() {
    if (!ended) {
      ended = true;
      stream.leave();
    }
  }

  @Override
  public synchronized void end(SseEvent lastEvent) {
    publish(lastEvent);
    end();
  }

  @Override
  public void clear() {
    // nothing waits
  }

  @Override
  public void tick(long now) {
    if (listening.isOver(now)) {
      stream.stop("Nobody listens");
    }
  }
}
