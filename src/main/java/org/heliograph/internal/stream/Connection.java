package org.heliograph.internal.stream;

import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.SseEventSink;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.heliograph.internal.delivery.DrainOwnership;
import org.heliograph.internal.delivery.Drainable;
import org.heliograph.internal.delivery.WriteHistory;
import org.heliograph.internal.log.Batch;
import org.heliograph.internal.log.Frame;
import org.heliograph.internal.log.HubLog;
import org.heliograph.internal.stream.request.Source;
import org.heliograph.internal.stream.request.StreamRequest;
import org.heliograph.internal.stream.time.ConnectionTimes;
import org.heliograph.internal.stream.view.StreamView;

/**
 * One HTTP stream, which is also a JAX-RS sink for this client alone (Jakarta REST 3.1 section
 * 9.3). Thread-safe, but for {@link #drain}, which is for the owner.
 */
public final class Connection implements Drainable, Wire.Listener, SseEventSink {
  /** Writes in one go before others get their turn. */
  private static final int ROUNDS = 16;

  private final StreamOwner streams;
  private final HubLog<Drainable> log;
  private final String client;
  private final StreamRequest request;
  private final Wire wire;
  private final ConnectionTimes times;
  private final StreamState state;
  private final DrainOwnership ownership = new DrainOwnership();
  private final WriteHistory writes = new WriteHistory();

  /** Given once by the request that opens the stream; the id of a session may change. */
  private volatile Optional<String> session = Optional.empty();

  // the owner's
  private final FrameMerger merger = new FrameMerger();

  /** A large frame of which only a part has been written; null if there is none. */
  private Frame begun;

  /** The owner's: how many bytes of that frame have been written. */
  private int written;

  Connection(
      StreamOwner streams,
      StreamContext context,
      String client,
      StreamRequest request,
      Wire wire,
      ConnectionTimes times) {
    this.streams = streams;
    this.log = context.log();
    this.client = client;
    this.request = request.withoutChannels();
    this.wire = wire;
    this.times = times;
    Membership membership = new Membership(context, this.request, client, this, times);
    this.state = new StreamState(context, this.request, membership);
  }

  /** {@return the client's id} */
  public String client() {
    return client;
  }

  /** {@return the name of the principal that opened the stream, if there was one} */
  public Optional<String> user() {
    return request.user();
  }

  Source source() {
    return request.source();
  }

  /** Whether the stream has ended, or is about to. */
  public boolean isEnding() {
    return state.isEnding();
  }

  /** {@return the names of the channels that the stream has or waits for; none once it ended} */
  public Set<String> channels() {
    return state.channels();
  }

  /** {@return the names of the stream's channels whose grants have no end} */
  public Set<String> channelsForGood() {
    return state.subscriptions().channelsForGood();
  }

  /** {@return the stream as it is seen from outside at this moment} */
  public StreamView view() {
    return new StreamView(request, wire.transport(), times, state.subscriptions().places());
  }

  /** {@return the id of the HTTP session with which the stream ends, if there is one} */
  public Optional<String> session() {
    return session;
  }

  /** Says with which HTTP session the stream ends. */
  public void belongTo(Optional<String> id) {
    session = id;
  }

  Wire wire() {
    return wire;
  }

  ConnectionTimes times() {
    return times;
  }

  StreamState state() {
    return state;
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
    return frame.isVisibleTo(client, request.user().orElse(""));
  }

  /** Tells the hub that the wire is ready again; it writes on a thread of its own. */
  @Override
  public void wake() {
    streams.wake(this);
  }

  /** Tells the hub that the wire has failed, or that its client has gone. */
  @Override
  public void lost() {
    streams.end(this, EndReason.GONE);
  }

  @Override
  public void lags() {
    streams.end(this, EndReason.LAGGING);
  }

  @Override
  public boolean drain(Batch batch) throws IOException {
    for (int round = 0; round < ROUNDS; round++) {
      if (state.isClosed()) {
        return false;
      }
      if (!wire.isReady()) {
        times.waits();
        return false;
      }
      times.isReady();
      batch.reset(request.format(), wire.oneByOne());
      boolean more = goOn(batch) || fill(batch);
      begun = batch.unfinished();
      written = batch.written();
      if (batch.isEmpty()) {
        if (more) {
          continue;
        }
        endAfterBye();
        return false;
      }
      times.waits();
      boolean gone = wire.write(batch);
      times.written();
      if (!gone) {
        times.waits();
      }
      if (!more && begun == null && !state.hasSaidBye()) {
        return false;
      }
    }
    return true;
  }

  /** Goes on with the frame that has been begun; whether there is still more of it. */
  private boolean goOn(Batch batch) {
    if (begun != null) {
      batch.goOn(begun, written);
    }
    return batch.unfinished() != null;
  }

  private void endAfterBye() {
    if (state.hasSaidBye()) {
      streams.end(this, state.ending().orElseThrow());
    }
  }

  private boolean fill(Batch batch) {
    if (state.hasSaidBye()) {
      return false;
    }
    long head = log.head(); // first: a channel that comes after it begins behind it
    if (!state.begin(batch, merger)) {
      return true;
    }
    FrameMerger.Result result = merger.merge(batch, head);
    if (result == FrameMerger.Result.LAGGING) {
      streams.bye(this, EndReason.LAGGING);
    }
    if (result != FrameMerger.Result.DONE) {
      return true;
    }
    if (times.takeBeat() && batch.isEmpty()) {
      batch.add(ControlFrames.HEARTBEAT);
    }
    return !state.sayBye(batch, head);
  }

  @Override
  public boolean isClosed() {
    return state.isClosed();
  }

  /**
   * Sends an event to this client alone, in order with the control events; it has no position and
   * is not replayed.
   *
   * @throws IllegalStateException if the stream has ended or is about to
   * @throws IllegalArgumentException if a broadcast may not have the event's name either, JSON-B
   *     cannot turn the event's data into JSON, or the event is too large
   */
  @Override
  public CompletionStage<?> send(OutboundSseEvent event) {
    streams.send(this, event);
    return CompletableFuture.completedFuture(event);
  }

  /** Ends the stream once its client has been sent what was broadcast before. */
  @Override
  public void close() {
    streams.bye(this, EndReason.DISCONNECTED);
  }
}
