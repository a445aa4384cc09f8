package org.heliograph.internal.cluster.member;

import java.util.function.Supplier;
import org.heliograph.Broadcast;
import org.heliograph.internal.cluster.ChannelEvent;
import org.heliograph.internal.cluster.Place;
import org.heliograph.internal.cluster.node.Node;
import org.heliograph.internal.cluster.node.Parcel;
import org.heliograph.internal.hub.Publisher;
import org.heliograph.internal.log.Message;
import org.heliograph.internal.log.Position;

/** Sends broadcasts to all nodes, by the log that they share. Thread-safe. */
final class NodePublisher implements Publisher {
  /** One event may have this part of the log, so that it does not push out all others. */
  private static final int SHARE = 16;

  private final Publisher own;
  private final Supplier<Node> node;
  private final long maxBytes;

  /**
   * Sends by a node.
   *
   * @param own checks and encodes, as on a node that is alone
   * @param node is there when the first broadcast comes
   * @param maxBytes what the shared log may hold
   */
  NodePublisher(Publisher own, Supplier<Node> node, long maxBytes) {
    this.own = own;
    this.node = node;
    this.maxBytes = maxBytes;
  }

  @Override
  public Message prepare(Broadcast broadcast) {
    Message message = own.prepare(broadcast);
    long length = message.length();
    for (Message other : message.others()) {
      length += other.length();
    }
    if (length > maxBytes / SHARE) {
      throw new IllegalArgumentException(
          "An event for channel \"%s\"%s takes %s bytes, more than a sixteenth of heliograph.cluster.max-bytes (%s)"
              .formatted(message.channel(), andOthers(message), length, maxBytes));
    }
    return message;
  }

  private static String andOthers(Message message) {
    int count = message.others().size();
    return count == 0 ? "" : " and %s others".formatted(count);
  }

  @Override
  public Position publish(Message message) {
    Place place = node.get().send(pack(message));
    return new Position(Long.toString(place.epoch(), Character.MAX_RADIX), place.sequence());
  }

  @Override
  public Reservation reserve(Message message) {
    Node sender = node.get();
    Parcel parcel = pack(message);
    sender.reserve(parcel);
    return new Reservation() {
      @Override
      public void publish() {
        sender.post(parcel);
      }

      @Override
      public void release() {
        sender.release(parcel);
      }
    };
  }

  private static Parcel pack(Message message) {
    return message.others().isEmpty()
        ? Node.pack(ChannelEvent.of(message))
        : Node.pack(message.all().stream().map(ChannelEvent::of).toArray(ChannelEvent[]::new));
  }

  @Override
  public void close() {
    own.close();
  }
}
