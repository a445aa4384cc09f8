package org.heliograph.internal.stream;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.heliograph.internal.delivery.Drainable;
import org.heliograph.internal.log.Batch;
import org.heliograph.internal.log.Frame;
import org.heliograph.internal.log.HubLog.JoinResult;
import org.heliograph.internal.log.Position;
import org.heliograph.internal.stream.HubListener.Happening;
import org.heliograph.internal.stream.request.Grant;
import org.heliograph.internal.stream.request.Rejection;
import org.heliograph.internal.stream.request.StreamRequest;

/**
 * What one stream has still to say, what it is subscribed to, and its end. They change together
 * under this object's monitor, so that the stream tells of a channel before the channel's first
 * event and after its last. Nothing else takes this monitor. The hub's lock, the registry's and the
 * listener are taken and called within it, never the other way round.
 */
final class StreamState {
  private final StreamContext context;
  private final StreamRequest request;
  private final String client;
  private final Drainable reader;
  private final ConnectionTimes times;

  @GuardedBy("this")
  private final ControlEvents controls = new ControlEvents();

  // written under the monitor, read by anyone
  private volatile SubscriptionList subscriptions = SubscriptionList.EMPTY;
  private volatile boolean saidBye;
  private volatile boolean closed;

  /** Makes the state of a stream that is not open yet, and that the log knows as a reader. */
  StreamState(
      StreamContext context,
      StreamRequest request,
      String client,
      Drainable reader,
      ConnectionTimes times) {
    this.context = context;
    this.request = request;
    this.client = client;
    this.reader = reader;
    this.times = times;
  }

  /**
   * Opens the stream: it is known from now on, greets its client and joins its channels.
   *
   * @param rejections what the client asked for and is refused
   * @param register makes the stream known, or throws why it may not be
   */
  synchronized void open(Map<String, Grant> wanted, List<Rejection> rejections, Runnable register) {
    register.run();
    hears(Happening.CONNECTED, Optional.empty(), Optional.empty());
    // not before: whoever takes a channel away from now on finds the stream registered
    Admission admission =
        Admission.of(subscriptions, wanted, rejections, context.options().limits());
    List<JoinResult<Drainable>> joined = join(admission.grants(), request.position());
    long start =
        joined.stream().mapToLong(one -> one.cursor().seen()).min().orElseGet(context.log()::head);
    tell(
        ControlFrames.welcome(
            client,
            context.log().at(start),
            times.interval(),
            context.options().times().retry().toMillis()));
    enter(joined, admission);
    if (admission.isEmpty()) {
      tell(ControlFrames.NO_CHANNEL);
    }
  }

  /**
   * Adds channels to the open stream; of a channel that it has already the grant is renewed if the
   * new one lasts longer.
   *
   * @return the rejections told, those for too many channels included; empty if the stream has
   *     ended or is about to
   */
  synchronized Optional<List<Rejection>> subscribe(
      Map<String, Grant> grants, List<Rejection> rejections) {
    if (isEnding()) {
      return Optional.empty();
    }
    subscriptions = subscriptions.renewedBy(grants, context.clock().getAsLong());
    Admission admission =
        Admission.of(subscriptions, grants, rejections, context.options().limits());
    enter(join(admission.grants(), Optional.empty()), admission);
    return Optional.of(admission.rejections());
  }

  private List<JoinResult<Drainable>> join(Map<String, Grant> grants, Optional<Position> position) {
    return context.log().join(reader, Grant.options(grants), position);
  }

  @GuardedBy("this")
  private void enter(List<JoinResult<Drainable>> joined, Admission admission) {
    List<Subscription> fresh = new ArrayList<>(joined.size());
    for (JoinResult<Drainable> result : joined) {
      Grant grant = admission.grants().get(result.cursor().channelName());
      long expiresAt = grant.endsAt(context.clock().getAsLong());
      boolean shorter = times.shorten(grant.options().heartbeat().toMillis());
      OptionalLong heartbeat = shorter ? OptionalLong.of(times.interval()) : OptionalLong.empty();
      tell(ControlFrames.subscribed(grant.channel(), result, heartbeat));
      fresh.add(new Subscription(result.cursor(), expiresAt));
    }
    subscriptions = subscriptions.with(fresh);
    fresh.forEach(one -> hears(Happening.SUBSCRIBED, Optional.of(one.channel()), Optional.empty()));
    admission.rejections().forEach(rejection -> tell(ControlFrames.rejected(rejection)));
  }

  /** Takes the wanted channels off the stream and tells its client why; answers how many went. */
  synchronized int leave(Predicate<Subscription> wanted, EndReason reason) {
    List<Subscription> leaving = subscriptions.all().stream().filter(wanted).toList();
    subscriptions = subscriptions.without(leaving);
    for (Subscription subscription : leaving) {
      context.log().leave(subscription.cursor());
      tell(ControlFrames.unsubscribed(subscription.channel(), reason));
      hears(Happening.UNSUBSCRIBED, Optional.of(subscription.channel()), Optional.of(reason));
    }
    return leaving.size();
  }

  /** As {@link #leave}, and has the stream end if it has no channel left by that. */
  synchronized int withdraw(
      Predicate<Subscription> wanted, EndReason reason, Supplier<Frame> lastWord) {
    int left = leave(wanted, reason);
    if (left > 0 && subscriptions.all().isEmpty()) {
      end(reason, lastWord.get(), context.log().head());
    }
    return left;
  }

  private void hears(Happening happening, Optional<String> channel, Optional<EndReason> reason) {
    context.listener().on(happening, client, request.user(), channel, reason);
  }

  @GuardedBy("this")
  private void tell(Frame control) {
    if (request.controls() && !isEnding()) {
      controls.add(control);
    }
  }

  /**
   * Queues an event of the application's for this client alone.
   *
   * @throws IllegalStateException if the stream has ended or is about to
   */
  synchronized void send(Frame direct) {
    if (isEnding()) {
      throw new IllegalStateException("The stream of this client has ended");
    }
    controls.add(direct);
  }

  /** Whether more control events wait than a client that reads would cause. */
  synchronized boolean isOverfull() {
    return !isEnding() && controls.isOverfull();
  }

  /** {@return the subscriptions at this moment; for any thread} */
  SubscriptionList subscriptions() {
    return subscriptions;
  }

  /**
   * Has the stream end once its client has been sent what came before.
   *
   * @param frame the last word
   * @param lastSequence of the events that the client is still sent
   * @return false if the stream has ended or was about to already
   */
  synchronized boolean end(EndReason reason, Frame frame, long lastSequence) {
    if (closed) {
      return false;
    }
    return controls.end(reason, request.controls() ? frame : null, lastSequence);
  }

  /** {@return why the stream is about to end; empty if it is not} */
  synchronized Optional<EndReason> ending() {
    return controls.reason();
  }

  /** Whether the stream has ended or is about to. */
  synchronized boolean isEnding() {
    return closed || controls.isEnding();
  }

  /** Moves control events into the batch and plans what follows them; false if it is full. */
  synchronized boolean begin(Batch batch, FrameMerger following) {
    if (!controls.moveTo(batch)) {
      return false;
    }
    long last = controls.lastSequence();
    following.plan(last == 0 ? List.of() : subscriptions.cursors(context.clock()), last);
    return true;
  }

  /**
   * Adds the last word to a batch that has all events up to the head, if it is time.
   *
   * @return false if the batch is full, or lacks something that goes before the last word
   */
  synchronized boolean sayBye(Batch batch, long head) {
    boolean complete = controls.sayBye(batch, head);
    saidBye = complete && controls.isEnding();
    return complete;
  }

  /** Whether the last word is in a batch, or there is none and all else is. */
  boolean hasSaidBye() {
    return saidBye;
  }

  boolean isClosed() {
    return closed;
  }

  /**
   * Closes the stream, which leaves its channels and is unregistered, unless it was closed before.
   */
  synchronized void close(EndReason reason, Runnable unregister) {
    if (closed) {
      return;
    }
    closed = true;
    List<Subscription> left = subscriptions.all();
    subscriptions = SubscriptionList.EMPTY;
    controls.clear();
    for (Subscription subscription : left) {
      context.log().leave(subscription.cursor());
      hears(Happening.UNSUBSCRIBED, Optional.of(subscription.channel()), Optional.of(reason));
    }
    unregister.run();
    hears(Happening.DISCONNECTED, Optional.empty(), Optional.of(reason));
  }
}
