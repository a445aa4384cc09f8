package org.heliograph.internal.cluster.roster;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.heliograph.internal.cluster.roster.Counted.Channel;
import org.heliograph.internal.cluster.roster.Counted.User;
import org.heliograph.internal.stream.EndReason;
import org.heliograph.internal.stream.HubListener;
import org.heliograph.internal.stream.request.StreamClient;

/**
 * How many streams this node has, and what other nodes have yet to be told of that. Reports carry
 * counts rather than differences, so that one that is lost makes no count wrong that is told later.
 * The names that are kept are those that streams have now, and those that other nodes have yet to
 * forget: a name that comes and goes between two reports leaves nothing behind. Thread-safe.
 */
final class OwnCounts implements HubListener {
  /**
   * So many reports follow the end of a listing before the next one may begin, because a node that
   * asks for it may not have read that end yet.
   */
  private static final int PAUSE = 1;

  /** One part in so many of a report is kept for channels, however many users come and go. */
  private static final int CHANNEL_SHARE = 4;

  private final int room;

  @GuardedBy("this")
  private final Map<Counted, Integer> counts = new HashMap<>();

  /** What other nodes count, by what they were told last. */
  @GuardedBy("this")
  private final Set<Counted> told = new HashSet<>();

  /** The users whose counts are to be told, the oldest change first. */
  @GuardedBy("this")
  private final Set<Counted> users = new LinkedHashSet<>();

  /** The channels whose counts are to be told, the oldest change first. */
  @GuardedBy("this")
  private final Set<Counted> channels = new LinkedHashSet<>();

  /** What has yet to be told for the listing to be whole. */
  @GuardedBy("this")
  private final Set<Counted> unlisted = new HashSet<>();

  @GuardedBy("this")
  private int streams;

  @GuardedBy("this")
  private boolean asked;

  @GuardedBy("this")
  private long listing = 1;

  @GuardedBy("this")
  private long number;

  /** The report by which the listing was whole. */
  @GuardedBy("this")
  private long wholeAt = Long.MAX_VALUE;

  /**
   * Counts nothing yet.
   *
   * @param room what the counts of one report may take, in bytes, and the last of them exceed
   */
  OwnCounts(int room) {
    this.room = room;
  }

  @Override
  public void on(
      Happening happening,
      StreamClient client,
      Optional<String> channel,
      Optional<EndReason> reason) {
    switch (happening) {
      case CONNECTED -> stream(client.user(), 1);
      case DISCONNECTED -> stream(client.user(), -1);
      case SUBSCRIBED -> channel.ifPresent(name -> add(new Channel(name), 1));
      case UNSUBSCRIBED -> channel.ifPresent(name -> add(new Channel(name), -1));
    }
  }

  private void stream(Optional<String> user, int more) {
    Optional<User> digest = user.map(User::of); // without the lock: it takes a while
    synchronized (this) {
      streams += more;
    }
    digest.ifPresent(one -> add(one, more));
  }

  private synchronized void add(Counted one, int more) {
    counts.merge(one, more, (before, added) -> before + added == 0 ? null : before + added);
    if (counts.containsKey(one) || told.contains(one)) {
      waiting(one).add(one);
    } else { // no other node has heard of it, so its end is no news
      waiting(one).remove(one);
      unlisted.remove(one);
    }
  }

  @GuardedBy("this")
  private Set<Counted> waiting(Counted one) {
    return one instanceof User ? users : channels;
  }

  /** Another node, or this one, has not heard all that was told. */
  synchronized void ask() {
    asked = true;
  }

  /**
   * {@return what the next beat says}
   *
   * @param lacking the nodes of which this one has not heard all
   */
  synchronized Report next(Set<String> lacking) {
    if (asked && number - PAUSE > wholeAt) {
      list();
    }
    asked = false; // whoever lacks something still asks again
    Map<Counted, Integer> taken = take();
    boolean whole = wholeAt == Long.MAX_VALUE && unlisted.isEmpty();
    if (whole) {
      wholeAt = number;
    }
    Report report = new Report(listing, number, whole, streams, lacking, taken);
    number++;
    return report;
  }

  /** Begins a listing of what there is now; what comes later keeps it from no end. */
  @GuardedBy("this")
  private void list() {
    listing++;
    number = 0;
    wholeAt = Long.MAX_VALUE;
    for (Counted one : counts.keySet()) {
      unlisted.add(one);
      waiting(one).add(one);
    }
  }

  /** Users come first: a limit depends on their counts. */
  @GuardedBy("this")
  private Map<Counted, Integer> take() {
    Map<Counted, Integer> taken = new LinkedHashMap<>();
    int kept = room / CHANNEL_SHARE;
    int left = take(users, room - kept, taken);
    left = take(channels, left + kept, taken);
    take(users, left, taken);
    return taken;
  }

  /** {@return how much of the room is left} */
  @GuardedBy("this")
  private int take(Set<Counted> waiting, int most, Map<Counted, Integer> taken) {
    int left = most;
    for (Iterator<Counted> all = waiting.iterator(); all.hasNext() && left > 0; ) {
      Counted one = all.next();
      all.remove();
      int count = counts.getOrDefault(one, 0);
      taken.put(one, count);
      left -= Report.size(one);
      unlisted.remove(one);
      if (count > 0) {
        told.add(one);
      } else {
        told.remove(one);
      }
    }
    return left;
  }
}
