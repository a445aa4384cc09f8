package org.heliograph.internal.hub;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * All channels' logs under one lock, which makes sequence, append and head one step: whoever reads
 * the head sees every frame up to it, in every channel. The lock is held for a moment and never
 * around a call out.
 */
final class HubLog {
  /** Channels of which it is known what they dropped, after they have been forgotten. */
  private static final int MAX_FORGOTTEN = 10_000;

  private final String epoch;
  private final long maxBytes;
  private final LongSupplier clock;
  private final Map<String, ActiveChannel> channels = new ConcurrentHashMap<>();
  private final TreeMap<Long, ChannelLog> byOldestFrame = new TreeMap<>();
  private final LinkedHashMap<String, Long> forgotten = new LinkedHashMap<>();

  private volatile long head;
  private long bytes;
  private long forgottenSequence;

  HubLog(String epoch, long maxBytes, LongSupplier clock) {
    this.epoch = epoch;
    this.maxBytes = maxBytes;
    this.clock = clock;
  }

  /** Sequence of the newest frame; all frames up to it are visible. */
  long head() {
    return head;
  }

  Position position() {
    return new Position(epoch, head);
  }

  String epoch() {
    return epoch;
  }

  Map<String, ActiveChannel> channels() {
    return channels;
  }

  /** Where a message is now. */
  record Appended(ActiveChannel channel, long sequence) {}

  synchronized Appended append(Message message) {
    ActiveChannel channel = channel(message.channel(), message.options());
    ChannelLog log = channel.log;
    long sequence = head + 1;
    byte[] id = ("id: " + epoch + '.' + sequence + '\n').getBytes(ISO_8859_1);
    Frame frame = new Frame(message, sequence, id, clock.getAsLong());
    if (log.isEmpty()) {
      byOldestFrame.put(sequence, log);
    }
    log.append(frame);
    trim(log);
    while (bytes > maxBytes) {
      ChannelLog oldest = byOldestFrame.firstEntry().getValue();
      if (oldest.hasOwed()) {
        oldest.forgetOwed();
      } else {
        drop(oldest);
        if (oldest.isEmpty()) {
          oldest.forgetOwed(); // it would not be found again
        }
      }
      bytes += oldest.takeGrowth();
    }
    head = sequence;
    return new Appended(channel, sequence);
  }

  /** Adds subscriptions at one moment, so that the position answered is exact for all of them. */
  synchronized List<Joined> join(
      Connection connection, List<Grant> grants, Optional<Position> position) {
    List<Joined> joined = new ArrayList<>();
    for (Grant grant : grants) {
      ActiveChannel channel = channel(grant.channel(), grant.options());
      Joined one = Joined.at(channel, connection, grant, position, position(), clock.getAsLong());
      channel.join(one.subscription());
      joined.add(one);
    }
    return joined;
  }

  synchronized void leave(Subscription subscription) {
    subscription.channel.leave(subscription);
    trim(subscription.channel.log);
  }

  synchronized Subscription[] beginPass(ActiveChannel channel) {
    return channel.beginPass();
  }

  synchronized void endPass(ActiveChannel channel, long slowest) {
    channel.endPass(slowest);
    trim(channel.log);
  }

  /** Drops what has grown too old and forgets channels that hold nothing. */
  void sweep() {
    for (ActiveChannel channel : channels.values()) {
      synchronized (this) {
        if (channel.log.isBeyondHistory(clock.getAsLong())) {
          channel.review();
          trim(channel.log);
        }
        if (channel.isIdle()) {
          forget(channel);
        }
      }
    }
  }

  private ActiveChannel channel(String name, ChannelOptions options) {
    return channels.computeIfAbsent(
        name,
        key -> {
          Long dropped = forgotten.remove(key);
          return new ActiveChannel(
              key, new ChannelLog(options, dropped == null ? forgottenSequence : dropped));
        });
  }

  private void forget(ActiveChannel channel) {
    channels.remove(channel.name);
    if (channel.log.droppedSequence() > forgottenSequence) {
      forgotten.put(channel.name, channel.log.droppedSequence());
    }
    if (forgotten.size() > MAX_FORGOTTEN) {
      var eldest = forgotten.entrySet().iterator();
      forgottenSequence = Math.max(forgottenSequence, eldest.next().getValue());
      eldest.remove();
    }
  }

  private void trim(ChannelLog log) {
    long now = clock.getAsLong();
    while (log.hasSurplus(now)) {
      drop(log);
    }
    bytes += log.takeGrowth();
  }

  private void drop(ChannelLog log) {
    byOldestFrame.remove(log.oldest().sequence);
    log.dropOldest();
    if (!log.isEmpty()) {
      byOldestFrame.put(log.oldest().sequence, log);
    }
  }
}
