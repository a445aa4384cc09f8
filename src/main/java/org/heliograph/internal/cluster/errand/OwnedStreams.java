package org.heliograph.internal.cluster.errand;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import org.heliograph.internal.cluster.errand.Ask.Permit;
import org.heliograph.internal.hub.ChannelSpec;
import org.heliograph.internal.hub.Hub;
import org.heliograph.internal.routing.ChannelMatch;
import org.heliograph.internal.routing.ChannelName;
import org.heliograph.internal.stream.Connection;
import org.heliograph.internal.stream.request.Grant;
import org.heliograph.internal.stream.request.Rejection;

/** Changes this node's streams as other nodes ask. For the thread that reads the log. */
public final class OwnedStreams {
  private final Hub hub;
  private final LongSupplier engineTime;
  private final RecentRevocations revocations = new RecentRevocations();

  /**
   * Has the streams of a hub.
   *
   * @param engineTime the time in milliseconds by the engine's clock
   */
  public OwnedStreams(Hub hub, LongSupplier engineTime) {
    this.hub = hub;
    this.engineTime = engineTime;
  }

  RecentRevocations revocations() {
    return revocations;
  }

  /**
   * Does what a node asks for.
   *
   * @param time when the engine has taken the wish, in milliseconds of the engine's clock
   * @return what has become of it
   */
  Reply perform(Ask ask, String asker, long time) {
    return switch (ask.what()) {
      case SUBSCRIBE -> subscribe(ask, asker, Math.max(0, engineTime.getAsLong() - time));
      case UNSUBSCRIBE -> Reply.count(asker, ask.id(), unsubscribe(ask) ? 1 : 0);
      case DISCONNECT -> Reply.count(asker, ask.id(), disconnect(ask) ? 1 : 0);
    };
  }

  private boolean disconnect(Ask ask) {
    Optional<Connection> found = hub.find(ask.client());
    found.ifPresent(Connection::close);
    return found.isPresent();
  }

  private boolean unsubscribe(Ask ask) {
    Optional<Connection> found = find(ask);
    found.ifPresent(
        connection -> ask.channels().forEach(one -> hub.unsubscribe(connection, one.channel())));
    return found.isPresent();
  }

  /** Whether there is no such stream or it is another's must look the same. */
  private Optional<Connection> find(Ask ask) {
    return hub.find(ask.client())
        .filter(connection -> connection.user().equals(ask.user()))
        .filter(connection -> !connection.isEnding());
  }

  private Reply subscribe(Ask ask, String asker, long lateMillis) {
    Optional<Connection> found = find(ask);
    if (found.isEmpty()) {
      return Reply.count(asker, ask.id(), 0);
    }
    Connection connection = found.get();
    List<Grant> grants = new ArrayList<>();
    List<Rejection> rejections = new ArrayList<>(ask.rejections());
    for (Permit permit : ask.channels()) {
      Optional<Rejection> objection = objection(ask, permit);
      objection.ifPresentOrElse(
          rejections::add, () -> grant(permit, lateMillis, grants, rejections));
    }
    Set<String> held = connection.channels(); // these keep what they have been granted
    rejections.removeIf(one -> held.contains(one.channel()));
    return hub.subscribe(connection, grants, rejections)
        .map(told -> new Reply(asker, ask.id(), 1, channels(connection, ask), told))
        .orElseGet(() -> Reply.count(asker, ask.id(), 0));
  }

  private Optional<Rejection> objection(Ask ask, Permit permit) {
    return ask.user().flatMap(user -> revocations.objection(user, permit.channel(), ask.since()));
  }

  private void grant(
      Permit permit, long lateMillis, List<Grant> grants, List<Rejection> rejections) {
    String channel = permit.channel();
    Optional<ChannelSpec> spec = hub.match(ChannelName.parse(channel)).map(ChannelMatch::value);
    if (spec.isEmpty()) { // as of another version of the application
      rejections.add(Rejection.unknown(channel));
    } else if (permit.validFor() < 0) {
      grants.add(new Grant(channel, spec.get().options(), Optional.empty()));
    } else {
      Duration left = Duration.ofMillis(Math.max(0, permit.validFor() - lateMillis));
      grants.add(new Grant(channel, spec.get().options(), Optional.of(left)));
    }
  }

  private static List<String> channels(Connection connection, Ask ask) {
    Set<String> asked = new LinkedHashSet<>();
    ask.channels().forEach(permit -> asked.add(permit.channel()));
    ask.rejections().forEach(rejection -> asked.add(rejection.channel()));
    asked.retainAll(connection.channels());
    return List.copyOf(asked);
  }
}
