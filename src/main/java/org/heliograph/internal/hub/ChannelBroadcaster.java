package org.heliograph.internal.hub;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.SseBroadcaster;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.heliograph.Broadcast;
import org.heliograph.BroadcastFailedException;
import org.heliograph.internal.log.EventFormat;
import org.heliograph.internal.log.Message;
import org.heliograph.internal.stream.Connection;
import org.heliograph.internal.stream.request.Grant;
import org.heliograph.internal.stream.request.Source;
import org.heliograph.internal.stream.request.StreamRequest;

/**
 * A channel as JAX-RS broadcasters are (Jakarta REST 3.1 section 9.4): the sinks registered here
 * get all of the channel's events, and what is broadcast here all of its subscribers.
 */
public final class ChannelBroadcaster implements SseBroadcaster {
  private static final System.Logger LOGGER = System.getLogger("org.heliograph");

  private final Hub hub;
  private final String channel;
  private final SinkClaims claims;
  private final Attacher attacher;
  private final List<Consumer<SseEventSink>> closeListeners = new CopyOnWriteArrayList<>();
  private final List<BiConsumer<SseEventSink, Throwable>> errorListeners =
      new CopyOnWriteArrayList<>();

  @GuardedBy("sinks")
  private final Map<SseEventSink, RegisteredSink> sinks = new HashMap<>();

  @GuardedBy("sinks")
  private boolean closed;

  /** Makes a sink a stream of the hub; the room above knows how, and for whom. */
  public interface Attacher {
    /** {@return the name of the principal whose request the calling thread works for} */
    Optional<String> user();

    /**
     * Attaches a sink.
     *
     * @throws IllegalStateException if the hub refuses it
     */
    Connection attach(SseEventSink sink, StreamRequest request);
  }

  /**
   * Makes a broadcaster without sinks.
   *
   * @param claims the sinks of all broadcasters
   * @throws org.heliograph.UnknownChannelException if no pattern declares the channel
   */
  public ChannelBroadcaster(Hub hub, String channel, SinkClaims claims, Attacher attacher) {
    hub.spec(channel);
    this.hub = hub;
    this.channel = channel;
    this.claims = claims;
    this.attacher = attacher;
  }

  @Override
  public void register(SseEventSink sink) {
    RegisteredSink registered = new RegisteredSink(Objects.requireNonNull(sink, "sink"), this);
    synchronized (sinks) {
      checkOpen();
      if (sinks.containsKey(sink)) {
        return;
      }
      claims.claim(sink, "the broadcaster of channel '" + channel + "'");
      sinks.put(sink, registered);
    }
    Grant grant = new Grant(channel, hub.spec(channel).options(), Optional.empty());
    StreamRequest request =
        new StreamRequest(
            attacher.user(),
            Source.APPLICATION,
            EventFormat.PLAIN,
            Optional.empty(),
            false,
            List.of(grant),
            List.of());
    try {
      registered.connected(attacher.attach(registered, request));
    } catch (RuntimeException e) {
      forget(sink);
      throw e;
    }
  }

  @Override
  public CompletionStage<?> broadcast(OutboundSseEvent event) {
    synchronized (sinks) {
      checkOpen();
    }
    if (event.getName() == null && event.getData() == null) {
      return CompletableFuture.completedFuture(null); // a comment: the hub has heartbeats
    }
    Broadcast broadcast = Broadcast.to(channel).data(event.getData());
    if (event.getName() != null) {
      broadcast = broadcast.event(event.getName());
    }
    Message message = hub.prepare(broadcast);
    try {
      return CompletableFuture.completedFuture(hub.publish(message).toString());
    } catch (BroadcastFailedException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  @Override
  public void onClose(Consumer<SseEventSink> listener) {
    synchronized (sinks) {
      checkOpen();
    }
    closeListeners.add(Objects.requireNonNull(listener, "listener"));
  }

  @Override
  public void onError(BiConsumer<SseEventSink, Throwable> listener) {
    synchronized (sinks) {
      checkOpen();
    }
    errorListeners.add(Objects.requireNonNull(listener, "listener"));
  }

  @Override
  public void close() {
    close(true);
  }

  @Override
  public void close(boolean cascading) {
    List<RegisteredSink> left;
    synchronized (sinks) {
      closed = true;
      left = new ArrayList<>(sinks.values());
    }
    left.forEach(sink -> sink.end(cascading));
  }

  @GuardedBy("sinks")
  private void checkOpen() {
    if (closed) {
      throw new IllegalStateException("The broadcaster of channel " + channel + " is closed");
    }
  }

  private void forget(SseEventSink sink) {
    synchronized (sinks) {
      sinks.remove(sink);
    }
    claims.release(sink);
  }

  /** A sink has ended, by its client or by us. */
  void left(SseEventSink sink) {
    forget(sink);
    closeListeners.forEach(listener -> tell(() -> listener.accept(sink)));
  }

  /** A sink has failed. */
  void failed(SseEventSink sink, Throwable failure) {
    errorListeners.forEach(listener -> tell(() -> listener.accept(sink, failure)));
  }

  private void tell(Runnable listener) {
    try {
      listener.run();
    } catch (RuntimeException e) {
      LOGGER.log(
          System.Logger.Level.WARNING,
          "HELIOGRAPH-0301: a listener of the broadcaster of channel " + channel + " has failed",
          e);
    }
  }
}
