package org.heliograph.internal.hub;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.heliograph.internal.delivery.Drainable;
import org.heliograph.internal.delivery.HubThreads;
import org.heliograph.internal.log.HubLog;
import org.heliograph.internal.log.MessageEncoder.PayloadEncoder;
import org.heliograph.internal.log.epoch.Epochs;
import org.heliograph.internal.routing.ChannelRouter;
import org.heliograph.internal.signal.Counters;
import org.heliograph.internal.signal.Signals;
import org.heliograph.internal.stream.EndReason;
import org.heliograph.internal.stream.HubListener;
import org.heliograph.internal.stream.StreamContext;
import org.heliograph.internal.stream.request.Refusal;
import org.heliograph.internal.stream.request.StreamOptions;
import org.heliograph.internal.stream.request.StreamsElsewhere;
import org.heliograph.internal.stream.time.Following;

/**
 * What a hub is given by those around it.
 *
 * @param epoch names the life of the hub's log: 1 to 16 small letters and digits
 * @param payloads turns payloads into JSON
 * @param listener hears who comes and goes
 * @param threads the threads that the hub may use
 * @param clock milliseconds from any origin
 * @param tracing has whoever follows requests through servers know of broadcasts
 * @param sharing what holds besides where the log is shared with other nodes, which say its epochs
 */
public record HubEnvironment(
    String epoch,
    PayloadEncoder payloads,
    HubListener listener,
    HubThreads threads,
    LongSupplier clock,
    UnaryOperator<Publisher> tracing,
    Optional<Sharing> sharing) {

  /** What a hub is given whose log is its own. */
  public HubEnvironment(
      String epoch,
      PayloadEncoder payloads,
      HubListener listener,
      HubThreads threads,
      LongSupplier clock) {
    this(epoch, payloads, listener, threads, clock, UnaryOperator.identity(), Optional.empty());
  }

  /** {@return the epochs of the hub's log before anything is known of others} */
  Epochs epochs() {
    return sharing.isPresent() ? Epochs.unread() : Epochs.only(epoch);
  }

  /** {@return the clock by which events grow old} */
  LongSupplier ageClock() {
    return sharing.map(Sharing::time).orElse(clock);
  }

  /** {@return what is run several times a second, if anything is} */
  Optional<Runnable> ticks() {
    return sharing.map(Sharing::ticks);
  }

  /**
   * {@return what takes broadcasts}
   *
   * @param own what gives them their places on this node
   * @param published counts them by pattern
   */
  Publisher publisher(Publisher own, Counters published) {
    Publisher shared = sharing.map(Sharing::publisher).map(one -> one.apply(own)).orElse(own);
    return tracing.apply(new CountedPublisher(shared, published));
  }

  /** {@return the counters of a hub: at zero, with each label that is known beforehand} */
  Signals signals(ChannelRouter<ChannelSpec> router) {
    Signals signals = new Signals(ageClock());
    for (ChannelSpec spec : router.values()) {
      signals.published().declare(spec.pattern());
      signals.subscriptions().declare(spec.pattern());
    }
    for (EndReason reason : EndReason.values()) {
      signals.ends().declare(reason.text());
    }
    Refusal.CODES.forEach(signals.refusals()::declare);
    signals.refusals().declare(Refusal.STOPPING);
    return signals;
  }

  /** {@return how far the hub is behind the log that it shares} */
  Supplier<Duration> lag() {
    return sharing.map(Sharing::lag).orElse(() -> Duration.ZERO);
  }

  /** {@return the streams of other nodes} */
  Elsewhere elsewhere() {
    return sharing.map(Sharing::elsewhere).orElseGet(Nowhere::new);
  }

  /** {@return what the streams share} */
  StreamContext context(HubLog<Drainable> log, StreamOptions options, Signals signals) {
    return new StreamContext(
        log,
        options,
        hearers().counting(signals.refusals()),
        clock,
        sharing.map(own -> new Following(clock, own.patience())).orElseGet(Following::always),
        sharing.map(Sharing::sender).orElse(""),
        sharing.map(Sharing::streams).orElse(StreamsElsewhere.NONE),
        signals);
  }

  private HubListener hearers() {
    HubListener own = listener.guarded();
    return sharing.map(shared -> own.and(shared.listener().guarded())).orElse(own);
  }
}
