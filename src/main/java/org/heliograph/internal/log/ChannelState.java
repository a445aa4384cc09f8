package org.heliograph.internal.log;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What the hub knows of one channel name: its log and its subscribers. Thread-safe where a method
 * says so; everything else needs the hub's lock.
 *
 * @param <R> who reads
 */
public final class ChannelState<R extends Reader> {
  private final String name;
  private final ChannelLog log;
  private final Object lock;
  private final AtomicInteger undelivered = new AtomicInteger();

  @GuardedBy("lock")
  private final Set<Cursor<R>> subscribers = new LinkedHashSet<>();

  // written under the lock, read by anyone
  private volatile int subscriberCount;
  private volatile Hole hole = Hole.NONE;

  // written by the pass that ends, read by whoever queues the next one
  private volatile long restUntil = Long.MIN_VALUE;

  /** Null when it is out of date, so that it keeps nobody who has left. */
  @GuardedBy("lock")
  private List<Cursor<R>> snapshot;

  @GuardedBy("lock")
  private long slowestJoiner = Long.MAX_VALUE;

  /**
   * Where events may be missing that the channel should have had.
   *
   * @param index of the first frame behind the hole, or behind an older one that a subscriber has
   *     not passed
   * @param exact the sequence from which on a reader can resume without missing any
   */
  record Hole(long index, long exact) {
    private static final Hole NONE = new Hole(0, 0);
  }

  ChannelState(String name, ChannelLog log, Object lock) {
    this.name = name;
    this.log = log;
    this.lock = lock;
  }

  /** {@return the channel's name} */
  public String name() {
    return name;
  }

  ChannelLog log() {
    return log;
  }

  /**
   * What a channel holds.
   *
   * @param events how many frames
   * @param bytes what they cost
   */
  public record History(long events, long bytes) {}

  /** {@return what the channel holds; for any thread, which looks at each frame without a lock} */
  public History history() {
    long events = 0;
    long bytes = 0;
    long end = log.next();
    for (long i = log.first(); i < end; i++) {
      Frame frame = log.get(i);
      if (frame != null) { // else it has been dropped just now
        events++;
        bytes += frame.weight();
      }
    }
    return new History(events, bytes);
  }

  /** {@return how many subscribers there are; for any thread} */
  public int subscriberCount() {
    return subscriberCount;
  }

  /**
   * {@return the appends that no pass has begun to deliver; whoever raises the number from zero
   * queues a pass}
   */
  public AtomicInteger undelivered() {
    return undelivered;
  }

  /** {@return when the next pass may begin, in milliseconds of the hub's clock; for any thread} */
  public long restUntil() {
    return restUntil;
  }

  /** Says when the next pass may begin; for the pass that ends. */
  public void restUntil(long time) {
    restUntil = time;
  }

  /** {@return the last hole; for any thread} */
  Hole hole() {
    return hole;
  }

  /** Notes that frames before a sequence may be missing, which subscribers are to be told. */
  @GuardedBy("lock")
  void miss(long exact) {
    assert Thread.holdsLock(lock);
    hole = new Hole(isBehindAll() ? log.next() : hole.index(), exact);
  }

  /** Whether no subscriber can yet have to hear of the hole; early is better than never. */
  @GuardedBy("lock")
  private boolean isBehindAll() {
    long index = hole.index();
    return hole.equals(Hole.NONE)
        || subscribers.stream().allMatch(cursor -> cursor.passed() > index);
  }

  /** Whether nothing would be lost if the channel were forgotten. */
  @GuardedBy("lock")
  boolean isIdle() {
    return subscribers.isEmpty() && log.isEmpty() && undelivered.get() == 0;
  }

  /** {@return the place of a reader that gets what comes from now on} */
  @GuardedBy("lock")
  JoinResult<R> begin(R reader, long head) {
    return placed(reader, log.next(), head, Optional.empty());
  }

  /**
   * {@return the place of a reader that has seen the channel up to a sequence}
   *
   * @param exact whether it has seen nothing else
   */
  @GuardedBy("lock")
  @SuppressWarnings("GuardedBy") // the log's lock is this one
  JoinResult<R> resume(R reader, long seen, boolean exact) {
    boolean recovered = exact && log.droppedSequence() <= seen && hole.exact() <= seen;
    return placed(reader, log.indexAfter(seen), seen, Optional.of(recovered));
  }

  /**
   * {@return the place of a reader of which nobody knows what it has seen}
   *
   * @param little what the frames may weigh together that it is given back
   */
  @GuardedBy("lock")
  @SuppressWarnings("GuardedBy") // the log's lock is this one
  JoinResult<R> beginAnew(R reader, long head, long little) {
    long start = log.indexOfNewest(little);
    long seen = start == log.next() ? head : log.get(start).sequence() - 1;
    return placed(reader, start, seen, Optional.of(false));
  }

  private JoinResult<R> placed(R reader, long start, long seen, Optional<Boolean> recovered) {
    return new JoinResult<>(new Cursor<>(reader, this, start, seen), recovered, log.next());
  }

  @GuardedBy("lock")
  @SuppressWarnings("GuardedBy") // the log's lock is this one
  void join(Cursor<R> cursor) {
    assert Thread.holdsLock(lock);
    subscribers.add(cursor);
    slowestJoiner = Math.min(slowestJoiner, cursor.passed());
    log.joined(cursor.passed());
    count();
  }

  @GuardedBy("lock")
  @SuppressWarnings("GuardedBy") // the log's lock is this one
  void leave(Cursor<R> cursor) {
    assert Thread.holdsLock(lock);
    if (subscribers.remove(cursor)) {
      count();
      if (subscribers.isEmpty()) {
        log.passed(Long.MAX_VALUE);
      }
    }
  }

  /** {@return all subscribers, for one pass over them; copied only if they have changed} */
  @GuardedBy("lock")
  List<Cursor<R>> beginPass() {
    assert Thread.holdsLock(lock);
    slowestJoiner = Long.MAX_VALUE;
    if (snapshot == null) {
      snapshot = List.copyOf(subscribers);
    }
    return snapshot;
  }

  /** Notes how far the slowest of them is, those who came during the pass included. */
  @GuardedBy("lock")
  @SuppressWarnings("GuardedBy") // the log's lock is this one
  void endPass(long slowest) {
    log.passed(subscribers.isEmpty() ? Long.MAX_VALUE : Math.min(slowest, slowestJoiner));
  }

  /** Finds out how far the slowest is, when there has been no pass to tell. */
  @GuardedBy("lock")
  @SuppressWarnings("GuardedBy") // the log's lock is this one
  void review() {
    log.passed(subscribers.stream().mapToLong(Cursor::passed).min().orElse(Long.MAX_VALUE));
  }

  @GuardedBy("lock")
  private void count() {
    snapshot = null;
    subscriberCount = subscribers.size();
  }
}
