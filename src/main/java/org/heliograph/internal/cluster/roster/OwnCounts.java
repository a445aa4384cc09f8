package org.heliograph.internal.cluster.roster;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.heliograph.internal.cluster.roster.Counted.Channel;
import org.heliograph.internal.cluster.roster.Counted.User;
import org.heliograph.internal.stream.EndReason;
import org.heliograph.internal.stream.HubListener;

/**
 * How many streams this node has, and what other nodes have yet to be told of that. Reports carry
 * counts rather than differences, so that one that is lost makes no count wrong that is told later.
 * Any thread may say that streams come and go; reports are for one thread at a time.
 */
final class OwnCounts implements HubListener {
  /** Since what a report has told may be asked for again before the report is read. */
  private static final int PAUSE = 1;

  private final int room;
  private final AtomicInteger streams = new AtomicInteger();
  private final Map<Counted, Integer> counts = new ConcurrentHashMap<>();
  private final Set<Counted> changed = ConcurrentHashMap.newKeySet();

  /** Written by the thread that reads the log, and by the one that makes reports. */
  private volatile boolean asked;

  // the thread's that makes reports
  /** What is to be told, the oldest first. */
  private final Set<Counted> waiting = new LinkedHashSet<>();

  private long listing = 1;
  private long number;

  /** The report by which the listing was whole. */
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
      String client,
      Optional<String> user,
      Optional<String> channel,
      Optional<EndReason> reason) {
    switch (happening) {
      case CONNECTED -> {
        streams.incrementAndGet();
        user.ifPresent(name -> add(User.of(name), 1));
      }
      case DISCONNECTED -> {
        streams.decrementAndGet();
        user.ifPresent(name -> add(User.of(name), -1));
      }
      case SUBSCRIBED -> channel.ifPresent(name -> add(new Channel(name), 1));
      case UNSUBSCRIBED -> channel.ifPresent(name -> add(new Channel(name), -1));
    }
  }

  private void add(Counted one, int more) {
    counts.merge(one, more, (before, added) -> before + added == 0 ? null : before + added);
    changed.add(one); // last: whoever takes it out reads the count after that
  }

  /** Another node, or this one, has not heard all that was told. For the thread that reads. */
  void ask() {
    asked = true;
  }

  /**
   * {@return what the next beat says}
   *
   * @param lacking the nodes of which this one has not heard all
   */
  Report next(Set<String> lacking) {
    if (asked && number - PAUSE > wholeAt) {
      listing++;
      number = 0;
      wholeAt = Long.MAX_VALUE;
      waiting.addAll(counts.keySet());
    }
    asked = false; // whoever lacks something still asks again
    Map<Counted, Integer> told = take();
    boolean whole = wholeAt == Long.MAX_VALUE && waiting.isEmpty();
    if (whole) {
      wholeAt = number;
    }
    Report report = new Report(listing, number, whole, streams.get(), lacking, told);
    number++;
    return report;
  }

  private Map<Counted, Integer> take() {
    for (Iterator<Counted> all = changed.iterator(); all.hasNext(); ) {
      Counted one = all.next();
      all.remove(); // first: what changes from now on is told once more
      waiting.add(one);
    }
    Map<Counted, Integer> told = new LinkedHashMap<>();
    int size = 0;
    for (Iterator<Counted> all = waiting.iterator(); all.hasNext() && size < room; ) {
      Counted one = all.next();
      all.remove();
      told.put(one, counts.getOrDefault(one, 0));
      size += Report.size(one);
    }
    return told;
  }
}
