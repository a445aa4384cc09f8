package org.heliograph.internal.log;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * All channels' logs under one lock, which makes sequence, append and head one step: whoever reads
 * the head sees every frame up to it, in every channel. The lock is held for a moment; nothing is
 * called within it but the clock. Thread-safe.
 *
 * <p>Methods that suppress GuardedBy use a channel or its log, whose lock is this hub's: the
 * checker cannot know that two names are one lock.
 *
 * @param <R> who reads
 */
public final class HubLog<R extends Reader> {
  /** What a reader from another life of the log is given back of all its channels together. */
  private static final long LITTLE = 64 * 1024;

  private final String epoch;
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
   * @param epoch names the life of the log: 1 to 16 small letters and digits
   * @param maxBytes what the frames of all channels may weigh together
   * @param clock milliseconds from any origin
   */
  public HubLog(String epoch, long maxBytes, LongSupplier clock) {
    this.epoch = epoch;
    this.clock = clock;
    this.retention = new Retention(maxBytes, clock, lock);
  }

  /** {@return the sequence of the newest frame; all frames up to it are visible} */
  public long head() {
    return head;
  }

  /** {@return the position of the newest frame} */
  public Position position() {
    return at(head);
  }

  /** {@return the position of a sequence of this log} */
  public Position at(long sequence) {
    return new Position(epoch, sequence);
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

  /**
   * Where a reader begins in a channel, and what could be given back to it (PROTOCOL section 4).
   *
   * @param <R> who reads
   * @param cursor the reader's place
   * @param recovered whether nothing is missing since the position that the reader named; empty if
   *     it named none
   * @param end the index behind the frames of the past
   */
  public record JoinResult<R extends Reader>(
      Cursor<R> cursor, Optional<Boolean> recovered, long end) {

    /**
     * Counts what is replayed, which needs no lock and may take as long as the history is; asked
     * before the cursor moves.
     *
     * @return how many frames of the past come first; empty if the reader named no position
     */
    public OptionalLong replayed() {
      return recovered.isEmpty() ? OptionalLong.empty() : OptionalLong.of(cursor.countBefore(end));
    }
  }

  /** Gives a message its place, and drops what is then too old or too much. */
  @SuppressWarnings("GuardedBy")
  public Appended<R> append(Message message) {
    synchronized (lock) {
      ChannelState<R> channel = channel(message.channel(), message.options());
      long sequence = head + 1;
      byte[] id = ("id: " + epoch + '.' + sequence + '\n').getBytes(ISO_8859_1);
      retention.append(channel.log(), Frame.of(message, sequence, id, clock.getAsLong()));
      head = sequence;
      return new Appended<>(channel, sequence);
    }
  }

  /**
   * Adds a reader to channels at one moment, so that one position is exact for all of them.
   *
   * @param wanted the channels' names, each with the settings of its pattern
   * @param position after which the reader begins; empty to begin with what comes
   * @return one result for each channel, in the order of the map
   */
  @SuppressWarnings("GuardedBy")
  public List<JoinResult<R>> join(
      R reader, Map<String, ChannelOptions> wanted, Optional<Position> position) {
    synchronized (lock) {
      List<JoinResult<R>> joined = new ArrayList<>(wanted.size());
      wanted.forEach(
          (name, options) -> {
            ChannelState<R> channel = channel(name, options);
            JoinResult<R> result = place(reader, channel, position, LITTLE / wanted.size());
            channel.join(result.cursor());
            joined.add(result);
          });
      return joined;
    }
  }

  @GuardedBy("lock")
  @SuppressWarnings("GuardedBy")
  private JoinResult<R> place(
      R reader, ChannelState<R> channel, Optional<Position> position, long little) {
    if (position.isEmpty()) {
      return channel.begin(reader, head);
    }
    Position seen = position.get();
    return seen.epoch().equals(epoch) && seen.sequence() <= head
        ? channel.resume(reader, seen.sequence())
        : channel.beginAnew(reader, head, little);
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
  @SuppressWarnings("GuardedBy")
  public void sweep() {
    for (ChannelState<R> channel : channels.values()) {
      synchronized (lock) {
        if (channel.log().isBeyondHistory(clock.getAsLong())) {
          channel.review();
          retention.trim(channel.log());
        }
        if (channel.isIdle()) {
          forget(channel);
        }
      }
    }
  }

  @GuardedBy("lock")
  @SuppressWarnings("GuardedBy")
  private void forget(ChannelState<R> channel) {
    channels.remove(channel.name());
    forgotten.add(channel.name(), channel.log().droppedSequence());
  }

  @GuardedBy("lock")
  private ChannelState<R> channel(String name, ChannelOptions options) {
    return channels.computeIfAbsent(
        name,
        key -> new ChannelState<>(key, new ChannelLog(options, forgotten.take(key), lock), lock));
  }
}
