package org.heliograph.internal.hub;

import org.heliograph.Broadcast;
import org.heliograph.internal.delivery.Drainable;
import org.heliograph.internal.delivery.FanOut;
import org.heliograph.internal.log.ChannelOptions;
import org.heliograph.internal.log.HubLog;
import org.heliograph.internal.log.Message;
import org.heliograph.internal.log.MessageEncoder;
import org.heliograph.internal.log.Position;

/** Gives broadcasts their places at once, in a log that is this node's alone. Thread-safe. */
final class LogPublisher implements Publisher {
  private final MessageEncoder encoder;
  private final HubLog<Drainable> log;
  private final FanOut fanOut;
  private final long maxBytes;

  /** Whether nobody can be reached any more. */
  private volatile boolean closed;

  /**
   * Makes a hub's publisher.
   *
   * @param maxBytes what a message may weigh, unless its channel allows less
   */
  LogPublisher(MessageEncoder encoder, HubLog<Drainable> log, FanOut fanOut, long maxBytes) {
    this.encoder = encoder;
    this.log = log;
    this.fanOut = fanOut;
    this.maxBytes = maxBytes;
  }

  @Override
  public Message prepare(Broadcast broadcast, ChannelOptions channel) {
    checkOpen(broadcast.channel());
    Message message = encoder.encode(broadcast, channel);
    long most = Math.min(channel.maxWeight(), maxBytes);
    if (message.weight() > most) {
      throw new IllegalArgumentException(
          "An event for channel \"%s\" needs %s bytes of memory, more than %s leaves to it (%s)"
              .formatted(
                  broadcast.channel(),
                  message.weight(),
                  most < channel.maxWeight() ? "heliograph.history.max-bytes" : "its backlog",
                  most));
    }
    return message;
  }

  @Override
  public Position publish(Message message) {
    checkOpen(message.channel());
    HubLog.Appended<Drainable> appended = log.append(message);
    fanOut.deliver(appended.channel());
    return log.at(appended.sequence());
  }

  /** The log takes a message whenever it comes. */
  @Override
  public Reservation reserve(Message message) {
    return new Reservation() {
      @Override
      public void publish() {
        LogPublisher.this.publish(message);
      }

      @Override
      public void release() {
        // no room is kept
      }
    };
  }

  private void checkOpen(String channel) {
    if (closed) {
      throw new IllegalStateException(
          "The application has stopped: its streams have ended, so nobody would get a broadcast to"
              + " channel '"
              + channel
              + "'");
    }
  }

  @Override
  public void close() {
    closed = true;
  }
}
