package org.heliograph.internal.hub;

import java.util.List;
import java.util.function.Function;
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
  private final Function<String, ChannelOptions> options;
  private final HubLog<Drainable> log;
  private final FanOut fanOut;
  private final long maxBytes;

  /** Whether nobody can be reached any more. */
  private volatile boolean closed;

  /**
   * Makes a hub's publisher.
   *
   * @param options gives the settings of a channel, or throws if there is none of that name
   * @param maxBytes what a message may weigh, unless its channel allows less
   */
  LogPublisher(
      MessageEncoder encoder,
      Function<String, ChannelOptions> options,
      HubLog<Drainable> log,
      FanOut fanOut,
      long maxBytes) {
    this.encoder = encoder;
    this.options = options;
    this.log = log;
    this.fanOut = fanOut;
    this.maxBytes = maxBytes;
  }

  @Override
  public Message prepare(Broadcast broadcast) {
    checkOpen(broadcast.channel());
    Message message = encoder.encode(broadcast, options);
    checkWeight(message);
    if (!message.others().isEmpty()) {
      checkWeights(message);
    }
    return message;
  }

  /** Else the last of the channels would push out what the first ones have just got. */
  private void checkWeights(Message message) {
    message.others().forEach(this::checkWeight);
    long all = message.all().stream().mapToLong(Message::weight).sum();
    if (all > maxBytes) {
      throw new IllegalArgumentException(
          "An event for channel \"%s\" and more, %s in all, needs %s bytes of memory, more than heliograph.history.max-bytes leaves to it (%s)"
              .formatted(message.channel(), message.all().size(), all, maxBytes));
    }
  }

  private void checkWeight(Message message) {
    long ofChannel = message.options().maxWeight();
    long most = Math.min(ofChannel, maxBytes);
    if (message.weight() > most) {
      throw new IllegalArgumentException(
          "An event for channel \"%s\" needs %s bytes of memory, more than %s leaves to it (%s)"
              .formatted(
                  message.channel(),
                  message.weight(),
                  most < ofChannel ? "heliograph.history.max-bytes" : "its backlog",
                  most));
    }
  }

  @Override
  public Position publish(Message message) {
    checkOpen(message.channel());
    if (!message.others().isEmpty()) {
      return publishAll(message.all());
    }
    HubLog.Appended<Drainable> appended = log.append(message);
    fanOut.deliver(appended.channel());
    return log.at(appended.sequence());
  }

  private Position publishAll(List<Message> messages) {
    List<HubLog.Appended<Drainable>> appended = log.append(messages);
    appended.forEach(one -> fanOut.deliver(one.channel()));
    return log.at(appended.get(appended.size() - 1).sequence());
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
