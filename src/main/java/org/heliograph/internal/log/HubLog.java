package org.heliograph.internal.log;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.heliograph.internal.log.epoch.EpochTable;
import org.heliograph.internal.log.epoch.Epochs;
import org.heliograph.internal.log.epoch.Life;
import org.heliograph.internal.log.epoch.Location;
import org.heliograph.internal.log.epoch.Stamp;

/**
 * All channels' logs under one lock, which makes sequence, append and head one step: whoever reads
 * the head sees every frame up to it, in every channel. The lock is held for a moment; nothing is
 * called within it but the clock. Thread-safe.
 *
 * <p>Methods that suppress GuardedBy use a channel, its log or the retention, whose lock is this
 * hub's: the checker cannot know that two names are one lock.
 *
 * @param <R> who reads
 */
public final class HubLog<R extends Reader> {
  /** What a reader from another life of the log is given back of all its channels together. */
  private static final long LITTLE = 64 * 1024;

  private final String epoch;
  private final EpochTable epochs;
  private final LongSupplier clock;
  private final Object lock = new Object();
  private final Map<String, ChannelState<R>> channels = new ConcurrentHashMap<>();

  @GuardedBy("lock")
  private final Retention retention;

  @GuardedBy("lock")
  private final ForgottenChannels forgotten = new ForgottenChannels();

  // written under the lock, read by anyone
  private volatile long head;

  /**
   * Makes an empty log.
   *
   * @param epochs that of a log of its own, or those of a log that it shares
   * @param maxBytes what the frames of all channels may weigh together
   * @param clock milliseconds from any origin
   */
  public HubLog(Epochs epochs, long maxBytes, LongSupplier clock) {
    this.epoch = epochs.newest().name();
    this.epochs = new EpochTable(epochs);
    this.clock = clock;
    this.retention = new Retention(maxBytes, clock, lock);
  }

  /** {@return the sequence of the newest frame; all frames up to it are visible} */
  public long head() {
    return head;
  }

  /** {@return the position of a sequence of this log} */
  public Position at(long sequence) {
    Life life = epochs.now().at(sequence);
    return new Position(life.name(), sequence - life.offset());
  }

  /** {@return the epochs, by which positions become sequences} */
  public EpochTable epochs() {
    return epochs;
  }

  /** Finds a position of a client. */
  public Location locate(Position position) {
    return epochs.now().locate(position.epoch(), position.sequence(), head);
  }

  /** {@return what is known of a channel; empty if nothing is} */
  public Optional<ChannelState<R>> find(String channel) {
    return Optional.ofNullable(channels.get(channel));
  }

  /** {@return all channels of which something is known} */
  public Collection<ChannelState<R>> channels() {
    return channels.values();
  }

  /**
   * Where a message is now.
   *
   * @param <R> who reads
   * @param channel the message's channel
   * @param sequence the message's place among those of all channels
   */
  public record Appended<R extends Reader>(ChannelState<R> channel, long sequence) {}

  /** Gives a message its place, and drops what is then too old or too much. */
  @SuppressWarnings("GuardedBy")
  public Appended<R> append(Message message) {
    synchronized (lock) {
      long sequence = head + 1;
      return append(message, sequence, Stamp.id(epoch, sequence), clock.getAsLong());
    }
  }

  /** Gives messages places next to each other, in one step. */
  public List<Appended<R>> append(List<Message> messages) {
    synchronized (lock) {
      return messages.stream().map(this::append).toList();
    }
  }

  /** Gives a message the place that a shared log has given to it. */
  public Appended<R> append(Message message, Stamp stamp) {
    synchronized (lock) {
      return append(message, stamp.ordinal(), stamp.id(), stamp.time());
    }
  }

  @GuardedBy("lock")
  @SuppressWarnings("GuardedBy")
  private Appended<R> append(Message message, long sequence, byte[] id, long storedAt) {
    ChannelState<R> channel = channel(message.channel(), message.options());
    retention.append(channel.log(), Frame.of(message, sequence, id, storedAt));
    head = sequence;
    return new Appended<>(channel, sequence);
  }

  /** Passes over a place of a shared log that holds nothing. */
  public void advance(long ordinal) {
    synchronized (lock) {
      head = ordinal;
    }
  }

  /**
   * Notes that some of what comes before a place is missing, which all subscribers are to be told.
   *
   * @param next the ordinal of the place
   * @param exact the first ordinal from which a reader can resume all the same
   */
  @SuppressWarnings("GuardedBy")
  public void miss(long next, long exact) {
    synchronized (lock) {
      head = next - 1;
      forgotten.miss(exact);
      channels.values().forEach(channel -> channel.miss(exact));
    }
  }

  /**
   * Adds a reader to channels at one moment, so that one position is exact for all of them.
   *
   * @param wanted the channels' names, each with the settings of its pattern
   * @param position after which the reader begins; empty to begin with what comes
   * @param floor up to where the reader has seen its other channels, perhaps more than there is
   *     here
   * @return one result for each channel, in the order of the map
   */
  @SuppressWarnings("GuardedBy")
  public List<JoinResult<R>> join(
      R reader, Map<String, ChannelOptions> wanted, Optional<Position> position, long floor) {
    synchronized (lock) {
      Optional<Location> location = position.map(this::locate);
      List<JoinResult<R>> joined = new ArrayList<>(wanted.size());
      wanted.forEach(
          (name, options) -> {
            ChannelState<R> channel = channel(name, options);
            JoinResult<R> result =
                location.isEmpty()
                    ? channel.begin(reader, Math.max(head, floor))
                    : resume(reader, channel, location.get(), LITTLE / wanted.size());
            channel.join(result.cursor());
            joined.add(result);
          });
      return joined;
    }
  }

  @GuardedBy("lock")
  @SuppressWarnings("GuardedBy")
  private JoinResult<R> resume(R reader, ChannelState<R> channel, Location at, long little) {
    return switch (at.kind()) {
      case EXACT -> channel.resume(reader, at.ordinal(), true);
      case LOST -> channel.resume(reader, at.ordinal(), false);
      case UNKNOWN, AHEAD -> channel.beginAnew(reader, head, little);
    };
  }

  /** {@return what the frames of all channels weigh together; without the lock, for any thread} */
  @SuppressWarnings("GuardedBy") // which this one method of the retention does not need
  public long bytes() {
    return retention.bytes();
  }

  /** Ends a reader's interest in a channel; nothing happens if it has left already. */
  @SuppressWarnings("GuardedBy")
  public void leave(Cursor<R> cursor) {
    synchronized (lock) {
      cursor.channel().leave(cursor);
      retention.trim(cursor.channel().log());
    }
  }

  /** {@return all subscribers of a channel, for one pass over them} */
  @SuppressWarnings("GuardedBy")
  public List<Cursor<R>> beginPass(ChannelState<R> channel) {
    synchronized (lock) {
      return channel.beginPass();
    }
  }

  /** Notes how far the slowest of a channel's subscribers is, and drops what all have passed. */
  @SuppressWarnings("GuardedBy")
  public void endPass(ChannelState<R> channel, long slowest) {
    synchronized (lock) {
      channel.endPass(slowest);
      retention.trim(channel.log());
    }
  }

  /** Drops what has grown too old and forgets channels that hold nothing. */
  @SuppressWarnings({"GuardedBy", "ModifyCollectionInEnhancedForLoop"}) // of a concurrent map
  public void sweep() {
    for (ChannelState<R> channel : channels.values()) {
      synchronized (lock) {
        if (channel.log().isBeyondHistory(clock.getAsLong())) {
          channel.review();
          retention.trim(channel.log());
        }
        if (channel.isIdle()) {
          channels.remove(channel.name());
          forgotten.add(channel.name(), channel.log().droppedSequence());
        }
      }
    }
  }

  @GuardedBy("lock")
  private ChannelState<R> channel(String name, ChannelOptions options) {
    return channels.computeIfAbsent(
        name,
        key -> new ChannelState<>(key, new ChannelLog(options, forgotten.take(key), lock), lock));
  }
}
