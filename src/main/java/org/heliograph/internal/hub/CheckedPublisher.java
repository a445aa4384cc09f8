package org.heliograph.internal.hub;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.heliograph.Broadcast;
import org.heliograph.internal.hub.emitted.EmittedEvent;
import org.heliograph.internal.log.Message;
import org.heliograph.internal.log.Position;

/**
 * Takes broadcasts while an application is developed: refuses those that their channels say nothing
 * of, and warns of large ones. Thread-safe.
 */
final class CheckedPublisher implements Publisher {
  private static final Logger LOGGER = System.getLogger("org.heliograph");

  /** An event of more bytes is a large one: it takes some round trips to each client. */
  private static final int LARGE = 32 * 1024;

  private final Publisher publisher;
  private final Function<String, ChannelSpec> specs;

  /** What has been warned of: events by their patterns and the types of their payloads. */
  private final Set<String> warned = ConcurrentHashMap.newKeySet();

  /**
   * Checks what another publisher then takes.
   *
   * @param specs finds what is declared for a channel, or throws
   */
  CheckedPublisher(Publisher publisher, Function<String, ChannelSpec> specs) {
    this.publisher = publisher;
    this.specs = specs;
  }

  @Override
  public Message prepare(Broadcast broadcast) {
    for (String channel : broadcast.channels()) {
      ChannelSpec spec = specs.apply(channel);
      EmittedEvent.check(broadcast, channel, spec.pattern(), spec.emits());
    }
    Message message = publisher.prepare(broadcast);
    if (message.length() > LARGE) {
      warn(broadcast, message);
    }
    return message;
  }

  private void warn(Broadcast broadcast, Message message) {
    String pattern = specs.apply(message.channel()).pattern();
    String type = broadcast.data().map(data -> data.getClass().getTypeName()).orElse("nothing");
    if (warned.add(pattern + ' ' + type)) {
      LOGGER.log(
          Level.WARNING,
          "HELIOGRAPH-0010: An event of {0} for \"{1}\" takes {2} bytes on the stream of each"
              + " subscriber, and in the history of the channel. Send what has changed, or where"
              + " the rest can be fetched",
          type,
          pattern,
          Integer.toString(message.length()));
    }
  }

  @Override
  public Position publish(Message message) {
    return publisher.publish(message);
  }

  @Override
  public Reservation reserve(Message message) {
    return publisher.reserve(message);
  }

  @Override
  public void close() {
    publisher.close();
  }
}
