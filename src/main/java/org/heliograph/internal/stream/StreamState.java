package org.heliograph.internal.stream;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.heliograph.internal.log.Batch;
import org.heliograph.internal.log.Frame;
import org.heliograph.internal.stream.HubListener.Happening;
import org.heliograph.internal.stream.request.Admission;
import org.heliograph.internal.stream.request.Grant;
import org.heliograph.internal.stream.request.Pending;
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
  private final Membership membership;

  @GuardedBy("this")
  private final ControlEvents controls = new ControlEvents();

  // written under the monitor, read by anyone
  private volatile SubscriptionList subscriptions = SubscriptionList.EMPTY;
  private volatile Optional<Pending> pending = Optional.empty();
  private volatile boolean saidBye;
  private volatile boolean closed;

  /** Makes the state of a stream that is not open yet, and that the log knows as a reader. */
  StreamState(StreamContext context, StreamRequest request, Membership membership) {
    this.context = context;
    this.request = request;
    this.membership = membership;
  }

  /**
   * Opens the stream: it is known from now on, greets its client and joins its channels, if it can
   * already be {@linkplain #welcome welcomed}.
   *
   * @param rejections what the client asked for and is refused
   * @param register makes the stream known, or throws why it may not be
   */
  synchronized void open(Map<String, Grant> wanted, List<Rejection> rejections, Runnable register) {
    register.run();
    membership.hears(Happening.CONNECTED, Optional.empty());
    // not before: whoever takes a channel away from now on finds the stream registered
    pending = Optional.of(new Pending(wanted, rejections, context.clock().getAsLong()));
    welcome(false);
  }

  /**
   * Greets the client of a stream that is held, and joins the channels, if that is possible now.
   *
   * @param overdue whether the client has waited for the epoch that it knows for long enough
   * @return whether it has been done
   */
  synchronized boolean welcome(boolean overdue) {
    if (pending.isEmpty() || isEnding() || !membership.isOpen(overdue)) {
      return false;
    }
    subscriptions = subscriptions.with(membership.welcome(pending.get(), this::tell));
    pending = Optional.empty();
    return true;
  }

  /** Whether the client has not been welcomed yet. */
  boolean isHeld() {
    return pending.isPresent();
  }

  /**
   * Adds channels to the open stream; of a channel that it has already the grant is renewed if the
   * new one lasts longer.
   *
   * @return the rejections told, those for too many channels included; empty if the stream is not
   *     open: it is held, or has ended or is about to
   */
  synchronized Optional<List<Rejection>> subscribe(
      Map<String, Grant> grants, List<Rejection> rejections) {
    if (isEnding() || isHeld()) {
      return Optional.empty();
    }
    subscriptions = subscriptions.renewedBy(grants, context.clock().getAsLong());
    Admission admission = membership.admit(subscriptions, grants, rejections);
    subscriptions = subscriptions.with(membership.add(admission, this::tell));
    return Optional.of(admission.rejections());
  }

  /**
   * Takes a channel away from a stream that is held, which ends if it has no channel left by that.
   *
   * @return how many channels went
   */
  synchronized int withdrawPending(String channel, Supplier<Frame> lastWord) {
    Optional<Pending> wanted = pending.filter(one -> one.grants().containsKey(channel));
    pending = wanted.map(one -> one.without(channel)).or(() -> pending);
    if (wanted.filter(one -> one.grants().size() == 1).isPresent()) {
      end(EndReason.REVOKED, lastWord.get(), context.log().head());
    }
    return wanted.isPresent() ? 1 : 0;
  }

  /** {@return the names of the channels that the stream has or waits for; for any thread} */
  Set<String> channels() {
    Optional<Pending> wanted = pending; // first: what it waits for it has when it is welcomed
    return wanted.map(one -> Set.copyOf(one.grants().keySet())).orElseGet(subscriptions::channels);
  }

  /** Whether the client has seen more of an epoch than there is of it. */
  synchronized boolean isLost() {
    return membership.isLost();
  }

  /** Tells of gaps where the client resumed between two sequences; whether there are any. */
  synchronized boolean doubt(long begin, long end) {
    Predicate<Subscription> doubted = one -> begin < one.resumedAt() && one.resumedAt() < end;
    List<Subscription> all = subscriptions.all();
    all.stream().filter(doubted).forEach(one -> tell(membership.gap(one)));
    subscriptions = subscriptions.map(one -> doubted.test(one) ? one.told() : one);
    return all.stream().anyMatch(doubted);
  }

  /** Takes the wanted channels off the stream and tells its client why; answers how many went. */
  synchronized int leave(Predicate<Subscription> wanted, EndReason reason) {
    List<Subscription> leaving = subscriptions.all().stream().filter(wanted).toList();
    subscriptions = subscriptions.without(leaving);
    leaving.forEach(one -> tell(ControlFrames.unsubscribed(one.channel(), reason)));
    membership.leave(leaving, reason);
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

  private synchronized void tell(Frame control) {
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
    return !closed && controls.end(reason, request.controls() ? frame : null, lastSequence);
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
    batch.replaysTo(membership.replayTo());
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
    pending = Optional.empty();
    controls.clear();
    membership.leave(left, reason);
    unregister.run();
    membership.hears(Happening.DISCONNECTED, Optional.of(reason));
  }
}
