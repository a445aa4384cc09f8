package org.heliograph.internal.cdi.commit;

import java.util.ArrayList;
import java.util.List;
import org.heliograph.Broadcast;
import org.heliograph.BroadcastFailedException;
import org.heliograph.internal.hub.Publisher;
import org.heliograph.internal.log.Audience;
import org.heliograph.internal.log.ChannelOptions;
import org.heliograph.internal.log.Message;
import org.heliograph.internal.log.Position;

/** Takes note of what is sent, and keeps room for a few messages. */
final class FakePublisher implements Publisher {
  private static final int ROOM = 3;

  private final List<String> sent = new ArrayList<>();
  private final List<String> waitedFor = new ArrayList<>();
  private int reserved;

  static Message message(String event) {
    byte[] nothing = {};
    return new Message(
        "a",
        ChannelOptions.DEFAULTS,
        event,
        nothing,
        nothing,
        Message.Payload.NONE,
        Audience.EVERYONE);
  }

  /** {@return the names of the events that were sent, in order} */
  List<String> sent() {
    return sent;
  }

  /** {@return the names of those of them whose places were waited for} */
  List<String> waitedFor() {
    return waitedFor;
  }

  /** {@return how many messages have room kept for them} */
  int reserved() {
    return reserved;
  }

  @Override
  public Message prepare(Broadcast broadcast) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Position publish(Message message) {
    sent.add(message.event());
    waitedFor.add(message.event());
    return new Position("e", sent.size());
  }

  @Override
  public Reservation reserve(Message message) {
    if (reserved == ROOM) {
      throw new BroadcastFailedException("no room", false);
    }
    reserved++;
    return new Reservation() {
      @Override
      public void publish() {
        reserved--;
        sent.add(message.event());
      }

      @Override
      public void release() {
        reserved--;
      }
    };
  }

  @Override
  public void close() {
    throw new UnsupportedOperationException();
  }
}
