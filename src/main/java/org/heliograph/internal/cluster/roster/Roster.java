package org.heliograph.internal.cluster.roster;

import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.heliograph.internal.cluster.Place;
import org.heliograph.internal.cluster.entry.Kind;
import org.heliograph.internal.cluster.node.Hearer;
import org.heliograph.internal.cluster.roster.Counted.Channel;
import org.heliograph.internal.cluster.roster.Counted.User;
import org.heliograph.internal.stream.HubListener;
import org.heliograph.internal.stream.request.StreamsElsewhere;

/**
 * Which nodes there are, and how many streams they have: those nodes whose beats are not much older
 * than the newest one. Only times of the engine are compared, so a node that reads what is old, or
 * nothing at all, takes nobody for gone because of that; nor for a time in which nobody was heard,
 * as while the engine is away. The thread that reads the log says what is heard; any thread may
 * ask.
 */
public final class Roster implements Hearer, StreamsElsewhere {
  /** A node that is silent for so many beats is gone. */
  private static final int BEATS = 5;

  /** A node that is silent for so many beats may be gone. */
  private static final int DOUBTFUL_BEATS = 2;

  /** What reports may take of the log in a minute, for each node. */
  private static final int SHARE = 32;

  private static final int LEAST_ROOM = 1 << 10;
  private static final int MOST_ROOM = 32 << 10;

  private final String self;
  private final long beatMillis;
  private final OwnCounts own;
  private final Map<String, Peer> nodes = new ConcurrentHashMap<>();

  /**
   * How much time has passed in which nodes could be heard, in milliseconds; the reader's, read by
   * any thread.
   */
  private volatile long passed;

  /** When anything was last heard, by the engine's clock; the reader's. */
  private long newest;

  /** A node that was heard. */
  private static final class Peer {
    private final PeerCounts counts = new PeerCounts();

    /** What had passed by the node's last beat; the reader's, read by any thread. */
    private volatile long heard;
  }

  /**
   * Knows no node yet.
   *
   * @param self the name of this node, which others may ask by it
   * @param beat how often nodes say that they are there
   * @param maxBytes what the shared log may hold
   */
  public Roster(String self, Duration beat, long maxBytes) {
    this.self = self;
    this.beatMillis = beat.toMillis();
    long room = maxBytes / SHARE * beatMillis / TimeUnit.MINUTES.toMillis(1);
    this.own = new OwnCounts((int) Math.max(LEAST_ROOM, Math.min(room, MOST_ROOM)));
  }

  @Override
  public void heard(Place place, long time, String sender, Kind kind, boolean again, byte[] body) {
    if (!again) { // else of a time that is over
      pass(time);
    }
    switch (kind) {
      case BEAT -> beat(sender, again, body);
      case LEAVE -> leave(sender, again);
      default -> {} // for others
    }
    nodes.values().removeIf(node -> node.heard < passed - BEATS * beatMillis);
  }

  /**
   * The engine's clock has come to a time; of another engine, the clock may be ahead or behind. If
   * it has gone on by so much that the engine must have been away, hardly any time has passed: half
   * a beat, or a node that is gone would count for good where an engine always takes long.
   */
  private void pass(long time) {
    long gone = Math.max(0, time - newest);
    long before = passed;
    passed = before + (gone > DOUBTFUL_BEATS * beatMillis ? beatMillis / 2 : gone);
    newest = time;
  }

  private void beat(String sender, boolean again, byte[] body) {
    if (!again) {
      nodes.computeIfAbsent(sender, name -> new Peer()).heard = passed;
    }
    Peer node = nodes.get(sender);
    if (node != null) { // else it may have gone since
      Report.decode(body).ifPresent(report -> take(node, report));
    }
  }

  private void take(Peer node, Report report) {
    node.counts.take(report);
    if (report.asked().contains(self)) {
      own.ask();
    }
  }

  private void leave(String sender, boolean again) {
    if (!again) {
      nodes.remove(sender);
    }
  }

  /** {@return what this node's next beat says; for one thread at a time} */
  public byte[] report() {
    Set<String> lacking =
        nodes.entrySet().stream()
            .filter(node -> node.getValue().counts.isLacking())
            .map(Entry::getKey)
            .collect(Collectors.toUnmodifiableSet());
    return own.next(lacking).encode();
  }

  /** {@return what is to hear of all streams of this node} */
  public HubListener listener() {
    return own;
  }

  /** {@return the names of the other nodes} */
  public Set<String> others() {
    Set<String> others = new HashSet<>(nodes.keySet());
    others.remove(self);
    return others;
  }

  /** {@return how many nodes there are, this one included whether it was heard or not} */
  public int size() {
    return others().size() + 1;
  }

  private Stream<Peer> peers() {
    return nodes.entrySet().stream()
        .filter(node -> !node.getKey().equals(self))
        .map(Entry::getValue);
  }

  @Override
  public int count() {
    return peers().mapToInt(node -> node.counts.streams()).sum();
  }

  @Override
  public int ofUser(String name) {
    User user = User.of(name);
    long since = passed - DOUBTFUL_BEATS * beatMillis;
    return peers().filter(node -> node.heard >= since).mapToInt(node -> node.counts.of(user)).sum();
  }

  @Override
  public int subscribers(String name) {
    Channel channel = new Channel(name);
    return peers().mapToInt(node -> node.counts.of(channel)).sum();
  }

  @Override
  public Set<String> activeChannels() {
    return peers().flatMap(node -> node.counts.channels()).collect(Collectors.toSet());
  }
}
