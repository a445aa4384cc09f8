package org.heliograph.internal.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.heliograph.internal.delivery.Drainable;
import org.heliograph.internal.log.Frame;
import org.heliograph.internal.log.JoinResult;
import org.heliograph.internal.log.Position;
import org.heliograph.internal.log.epoch.Location;
import org.heliograph.internal.signal.Signals;
import org.heliograph.internal.stream.HubListener.Happening;
import org.heliograph.internal.stream.request.Admission;
import org.heliograph.internal.stream.request.Grant;
import org.heliograph.internal.stream.request.Pending;
import org.heliograph.internal.stream.request.Refusal;
import org.heliograph.internal.stream.request.Rejection;
import org.heliograph.internal.stream.request.StreamClient;
import org.heliograph.internal.stream.request.StreamRequest;
import org.heliograph.internal.stream.time.ConnectionTimes;

/**
 * How one stream joins channels in the log and leaves them; what its client is told of that, and
 * what the listener hears. For whoever holds the monitor of the stream's state.
 */
final class Membership {
  private final StreamContext context;
  private final StreamRequest request;
  private final String client;
  private final Drainable reader;
  private final ConnectionTimes times;

  /** The sequence up to which the client has seen its channels, perhaps on a node ahead of this. */
  private long floor;

  /** The sequence up to which there were events before the client came back; 0 if it did not. */
  private long replayTo;

  Membership(
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
   * Whether the stream can be welcomed: the node follows its log, and knows the epoch that the
   * client has seen.
   *
   * @param overdue whether the client has waited for that epoch for long enough
   */
  boolean isOpen(boolean overdue) {
    return context.following().now()
        && (overdue || location().filter(at -> at.kind() == Location.Kind.AHEAD).isEmpty());
  }

  /**
   * Whether the client has seen more of an epoch than there is of it: the stream waits for a place
   * that does not come.
   */
  boolean isLost() {
    return location()
        .filter(at -> at.kind() == Location.Kind.LOST && at.ordinal() < floor)
        .isPresent();
  }

  private Optional<Location> location() {
    return request.position().map(context.log()::locate);
  }

  /** {@return the sequence up to which what the stream gets is replayed; 0 if nothing is} */
  long replayTo() {
    return replayTo;
  }

  /** {@return the frame that tells of events missing in a channel, which counts as a gap} */
  Frame gap(Subscription one) {
    context.signals().gap();
    return ControlFrames.gap(one.channel());
  }

  /** Tells the listener what has happened to the whole stream. */
  void hears(Happening happening, Optional<EndReason> reason) {
    reason.ifPresent(why -> context.signals().ends().increment(why.text()));
    context.listener().on(happening, client(), Optional.empty(), reason);
  }

  private void hears(Happening happening, Subscription one, Optional<EndReason> reason) {
    context.listener().on(happening, client(), Optional.of(one.channel()), reason);
  }

  private StreamClient client() {
    return new StreamClient(client, request.user(), request.source().peer());
  }

  /** {@return what becomes of channels asked for by a stream that has these} */
  Admission admit(SubscriptionList held, Map<String, Grant> grants, List<Rejection> rejections) {
    return Admission.of(held.channels(), grants, rejections, context.options().limits());
  }

  /** {@return the stream's first subscriptions} Its client is greeted, and told of them. */
  List<Subscription> welcome(Pending pending, Consumer<Frame> told) {
    Admission admission = admit(SubscriptionList.EMPTY, pending.grants(), pending.rejections());
    List<JoinResult<Drainable>> joined = join(admission.grants(), request.position());
    long start =
        joined.stream().mapToLong(one -> one.cursor().seen()).min().orElseGet(context.log()::head);
    floor = start;
    replayTo = request.position().isPresent() ? context.log().head() : 0;
    told.accept(
        ControlFrames.welcome(
            client,
            context.log().at(start),
            times.interval(),
            context.options().times().retry().toMillis()));
    List<Subscription> fresh = enter(joined, admission, pending.since(), told);
    admission.rejections().forEach(one -> context.listener().refused(Refusal.of(client(), one)));
    if (admission.isEmpty()) {
      told.accept(ControlFrames.NO_CHANNEL);
    }
    return fresh;
  }

  /** {@return subscriptions that an open stream gets} Its client is told of them. */
  List<Subscription> add(Admission admission, Consumer<Frame> told) {
    List<JoinResult<Drainable>> joined = join(admission.grants(), Optional.empty());
    return enter(joined, admission, context.clock().getAsLong(), told);
  }

  private List<JoinResult<Drainable>> join(Map<String, Grant> grants, Optional<Position> position) {
    return context.log().join(reader, Grant.options(grants), position, floor);
  }

  private List<Subscription> enter(
      List<JoinResult<Drainable>> joined, Admission admission, long since, Consumer<Frame> told) {
    List<Subscription> fresh = new ArrayList<>(joined.size());
    for (JoinResult<Drainable> result : joined) {
      Grant grant = admission.grants().get(result.cursor().channelName());
      boolean shorter = times.shorten(grant.options().heartbeat().toMillis());
      OptionalLong heartbeat = shorter ? OptionalLong.of(times.interval()) : OptionalLong.empty();
      told.accept(ControlFrames.subscribed(grant.channel(), result, heartbeat));
      fresh.add(
          new Subscription(
              result.cursor(),
              grant.endsAt(since),
              result.recovered().orElse(false) ? result.cursor().seen() : 0));
    }
    fresh.forEach(one -> hears(Happening.SUBSCRIBED, one, Optional.empty()));
    count(joined);
    admission.rejections().forEach(rejection -> told.accept(ControlFrames.rejected(rejection)));
    return fresh;
  }

  private void count(List<JoinResult<Drainable>> joined) {
    Signals signals = context.signals();
    for (JoinResult<Drainable> one : joined) {
      signals.subscriptions().increment(one.cursor().pattern());
      one.recovered().ifPresent(signals::resumed);
    }
  }

  /** Ends subscriptions in the log. */
  void leave(List<Subscription> leaving, EndReason reason) {
    for (Subscription subscription : leaving) {
      context.log().leave(subscription.cursor());
      context.signals().subscriptions().add(subscription.cursor().pattern(), -1);
      hears(Happening.UNSUBSCRIBED, subscription, Optional.of(reason));
    }
  }
}
