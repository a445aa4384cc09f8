package org.heliograph.internal.hub;

import java.util.List;
import java.util.Optional;
import org.heliograph.internal.delivery.Drainable;
import org.heliograph.internal.delivery.FanOut;
import org.heliograph.internal.log.Audience;
import org.heliograph.internal.log.HubLog;
import org.heliograph.internal.log.Message;
import org.heliograph.internal.log.Message.Payload;
import org.heliograph.internal.log.MessageEncoder;
import org.heliograph.internal.log.epoch.EpochStart;
import org.heliograph.internal.log.epoch.Stamp;
import org.heliograph.internal.routing.ChannelMatch;
import org.heliograph.internal.routing.ChannelName;
import org.heliograph.internal.routing.ChannelRouter;
import org.heliograph.internal.stream.HeldStreams;

/**
 * How a hub takes in the log that it shares with others, place by place. For the thread that reads
 * the log.
 */
public final class Intake {
  private final ChannelRouter<ChannelSpec> router;
  private final MessageEncoder encoder;
  private final HubLog<Drainable> log;
  private final FanOut fanOut;
  private final HeldStreams held;

  Intake(
      ChannelRouter<ChannelSpec> router,
      MessageEncoder encoder,
      HubLog<Drainable> log,
      FanOut fanOut,
      HeldStreams held) {
    this.router = router;
    this.encoder = encoder;
    this.log = log;
    this.fanOut = fanOut;
    this.held = held;
  }

  /**
   * Takes in which epochs there are.
   *
   * @param starts the newest ones, oldest first
   */
  public void epochs(List<EpochStart> starts) {
    log.epochs().begin(starts, log.head());
    held.endLost();
    held.release(); // those whose clients have seen the new epoch before this node
  }

  /**
   * {@return an event as the log keeps it; empty if no pattern declares the channel}
   *
   * @param event the event's name, empty if it has none
   */
  public Optional<Message> message(
      String channel, String event, Payload payload, Audience audience) {
    return router
        .match(ChannelName.parse(channel))
        .map(ChannelMatch::value)
        .map(spec -> encoder.encode(channel, spec.options(), event, payload, audience));
  }

  /**
   * Appends an event and has it delivered.
   *
   * @param epoch the number of the epoch in which the event has its place
   * @param time when the log has taken the event, by the clock that counts for ages
   */
  public void append(long epoch, long sequence, long time, Message message) {
    long ordinal = reach(epoch, sequence);
    byte[] id = Stamp.id(Long.toString(epoch, Character.MAX_RADIX), sequence);
    fanOut.deliver(log.append(message, new Stamp(ordinal, id, time)).channel());
  }

  /** Passes over a place that holds nothing for subscribers. */
  public void pass(long epoch, long sequence) {
    log.advance(reach(epoch, sequence));
  }

  /** {@return the ordinal of the place that comes next} Places that were left out are missing. */
  private long reach(long epoch, long sequence) {
    long ordinal = log.epochs().now().ordinal(epoch, sequence);
    checkAhead(ordinal);
    if (ordinal > log.head() + 1) {
      missBefore(ordinal, ordinal - 1);
    }
    return ordinal;
  }

  private void checkAhead(long ordinal) {
    if (ordinal <= log.head()) {
      throw new IllegalArgumentException(
          "Place %s of this node comes again, after %s".formatted(ordinal, log.head()));
    }
  }

  /**
   * Tells all subscribers that they may have missed something before a place, wherever it was: of
   * positions before the place, none is exact.
   */
  public void miss(long epoch, long sequence) {
    long next = log.epochs().now().ordinal(epoch, sequence);
    checkAhead(next);
    missBefore(next, next);
  }

  private void missBefore(long next, long exact) {
    log.miss(next, exact);
    log.channels().forEach(fanOut::deliver);
  }

  /**
   * Notes that nodes differ in what they have told of new epochs before a place.
   *
   * @param old the number up to which epochs are not new
   */
  public void doubt(long old, long epoch, long sequence) {
    long begin = log.epochs().doubt(old, epoch, sequence); // first: who comes now is told at once
    held.doubt(begin, log.epochs().now().ordinal(epoch, sequence));
  }

  /** Says whether this node has read the log to its end lately. */
  public void following(boolean follows) {
    held.following(follows);
  }
}
