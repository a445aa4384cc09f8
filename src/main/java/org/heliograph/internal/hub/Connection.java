package org.heliograph.internal.hub;

import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.SseEventSink;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;

/**
 * One HTTP stream. {@link #drain} writes what is new for it; the fan-out sees to it that one thread
 * at a time does so.
 */
public final class Connection implements SseEventSink {
  /** Writes in one go before others get their turn. */
  private static final int ROUNDS = 16;

  final Ownership ownership = new Ownership();
  final Pulse pulse;
  final Agenda agenda;

  private final Streams streams;
  private final String client;
  private final StreamRequest request;
  private final Wire wire;

  Connection(Streams streams, String client, StreamRequest request, Wire wire, Pulse pulse) {
    this.streams = streams;
    this.client = client;
    this.request = request;
    this.wire = wire;
    this.pulse = pulse;
    this.agenda = new Agenda(request.controls());
  }

  /** The client's id. */
  public String client() {
    return client;
  }

  /** The name of the principal that opened the stream. */
  public Optional<String> user() {
    return request.user();
  }

  /** The names of its channels; empty once it has ended. */
  public Set<String> channels() {
    return agenda.subscriptions().stream()
        .map(subscription -> subscription.channel.name)
        .collect(Collectors.toUnmodifiableSet());
  }

  Wire wire() {
    return wire;
  }

  boolean maySee(Frame frame) {
    return frame.isVisibleTo(client, request.user().orElse(""));
  }

  /** The wire is ready again: the hub goes on writing, on a thread of its own. */
  public void wake() {
    streams.fanOut().wake(this);
  }

  /** The wire has failed, or its client has gone. */
  public void lost() {
    streams.end(this, "gone");
  }

  /**
   * Writes what is new, as the owner.
   *
   * @return whether there is more, which can wait for its turn
   */
  boolean drain(Batch batch) throws IOException {
    for (int round = 0; round < ROUNDS; round++) {
      if (agenda.isClosed()) {
        return false;
      }
      if (!wire.isReady()) {
        pulse.waits();
        return false;
      }
      pulse.isReady();
      batch.reset(request.format(), wire.oneByOne());
      boolean more = fill(batch);
      if (batch.isEmpty()) {
        if (more) {
          continue;
        }
        if (agenda.hasSaidBye()) {
          streams.end(this, agenda.ending().orElseThrow().reason());
        }
        return false;
      }
      pulse.waits();
      wire.write(batch);
      pulse.written();
      if (!more && !agenda.hasSaidBye()) {
        return false;
      }
    }
    return true;
  }

  private boolean fill(Batch batch) {
    if (agenda.hasSaidBye()) {
      return false;
    }
    long head = streams.log().head(); // first: a channel that comes after it begins behind it
    if (!agenda.begin(batch)) {
      return true;
    }
    Merge result = Merge.into(batch, agenda.planned(), Math.min(head, agenda.plannedLast()));
    if (result == Merge.LAGGING) {
      streams.bye(this, Bye.LAGGING);
    }
    if (result != Merge.DONE) {
      return true;
    }
    if (pulse.takeBeat() && batch.isEmpty()) {
      batch.add(Control.HEARTBEAT);
    }
    return !agenda.sayBye(batch, head);
  }

  @Override
  public boolean isClosed() {
    return agenda.isClosed();
  }

  /**
   * Sends an event to this client alone, in order with the control events; it has no position and
   * is not replayed.
   *
   * @throws IllegalStateException if the stream has ended or is about to
   * @throws IllegalArgumentException if a broadcast may not have the event's name either, or JSON-B
   *     can not turn its data into JSON
   */
  @Override
  public CompletionStage<?> send(OutboundSseEvent event) {
    streams.send(this, event);
    return CompletableFuture.completedFuture(event);
  }

  @Override
  public void close() {
    streams.bye(this, Bye.DISCONNECTED);
  }
}
