package org.heliograph.internal.cluster.errand;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.function.LongSupplier;
import org.heliograph.BroadcastFailedException;
import org.heliograph.internal.cluster.Place;
import org.heliograph.internal.cluster.entry.Kind;
import org.heliograph.internal.cluster.node.Hearer;
import org.heliograph.internal.hub.Withdrawals;

/**
 * Does what nodes ask for, in the order of the log, and hears their answers. For the thread that
 * reads the log.
 */
public final class Service implements Hearer {
  private static final Logger LOGGER = System.getLogger("org.heliograph");

  private final String self;
  private final Errands errands;
  private final OwnedStreams streams;
  private final Withdrawals withdrawals;
  private final LongSupplier clock;
  private final long started;
  private final RecentRevocations recent;
  private final EarlyRevocations early = new EarlyRevocations();

  /** Whether this node has read what it has said first itself. */
  private boolean settled;

  /**
   * Has heard nothing yet.
   *
   * @param self the name of this node
   * @param errands is told of answers, and sends them
   * @param streams the streams of this node
   * @param withdrawals takes away what users of this node have
   * @param clock milliseconds from any origin
   */
  public Service(
      String self,
      Errands errands,
      OwnedStreams streams,
      Withdrawals withdrawals,
      LongSupplier clock) {
    this.self = self;
    this.errands = errands;
    this.streams = streams;
    this.withdrawals = withdrawals;
    this.clock = clock;
    this.started = clock.getAsLong();
    this.recent = streams.revocations();
  }

  @Override
  public void heard(Place place, long time, String sender, Kind kind, boolean again, byte[] body) {
    try {
      hear(place, time, sender, kind, again, body);
    } catch (RuntimeException e) { // what is read next matters more than one wish
      LOGGER.log(Level.ERROR, "HELIOGRAPH-0602: A wish of node " + sender + " has failed", e);
    }
    errands.heard(place);
  }

  private void hear(Place place, long time, String sender, Kind kind, boolean again, byte[] body) {
    if (!settled && sender.equals(self)) {
      settled = true;
      early.settle(time - (clock.getAsLong() - started), this::withdraw);
    }
    switch (kind) {
      case ASK ->
          Ask.decode(body)
              .filter(ask -> ask.to().equals(self) && !again) // else nobody waits for it any more
              .ifPresent(ask -> reply(streams.perform(ask, sender, time)));
      case ANSWER -> Reply.decode(body).ifPresent(reply -> errands.answered(sender, reply));
      case REVOKE ->
          Revocation.decode(body).ifPresent(revocation -> revoke(place, time, sender, revocation));
      case BEAT, LEAVE -> errands.nodesChanged();
      default -> {} // for others
    }
  }

  private void revoke(Place place, long time, String sender, Revocation revocation) {
    recent.add(place, revocation);
    if (!settled && early.add(time, revocation)) {
      return;
    }
    Reply reply = Reply.count(sender, revocation.id(), withdraw(revocation));
    if (sender.equals(self)) {
      errands.answered(self, reply);
    } else if (settled) {
      reply(reply);
    }
  }

  private int withdraw(Revocation revocation) {
    String user = revocation.user();
    return revocation
        .channel()
        .map(channel -> withdrawals.revoke(user, channel))
        .orElseGet(() -> withdrawals.disconnectUser(user));
  }

  /** Whoever gets no answer tries again. */
  private void reply(Reply reply) {
    try {
      errands.reply(reply);
    } catch (BroadcastFailedException | IllegalStateException e) {
      LOGGER.log(Level.DEBUG, "An answer to node " + reply.to() + " is not sent", e);
    }
  }
}
