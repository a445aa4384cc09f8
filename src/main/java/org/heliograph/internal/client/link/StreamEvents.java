package org.heliograph.internal.client.link;

import java.util.OptionalLong;
import java.util.function.Consumer;
import org.heliograph.SseEvent;
import org.heliograph.internal.client.http.Ending;
import org.heliograph.internal.client.http.Refusal;
import org.heliograph.internal.client.json.JsonFields;

/** Takes in the events of one stream: the server's own, and those of the application. */
final class StreamEvents {
  private final StreamContext context;
  private final ChannelSync sync;
  private final Watchdog watchdog;
  private final Consumer<Ending> endStream;

  // the loop's
  private long welcomed = Long.MAX_VALUE;

  StreamEvents(
      StreamContext context, ChannelSync sync, Watchdog watchdog, Consumer<Ending> endStream) {
    this.context = context;
    this.sync = sync;
    this.watchdog = watchdog;
    this.endStream = endStream;
  }

  /** {@return the milliseconds since the server's welcome; negative where there was none} */
  long age() {
    return context.loop().now() - welcomed;
  }

  /** Takes in one event; one that cannot be read is told, and passed over. */
  void onEvent(SseEvent event) {
    String name = event.name().orElse("message");
    String id = event.id().orElse("");
    // what was seen is dropped; what cannot be read would only come again
    if (name.equals("message") && !context.resume().accept(id)) {
      return;
    }
    try {
      take(name, id, event);
    } catch (IllegalArgumentException e) {
      String message = "Event %s cannot be read: %s".formatted(id, e.getMessage());
      context.listener().onTrouble(new Ending(Ending.Next.RETRY, "unreadable", 0, message));
    }
  }

  private void take(String name, String id, SseEvent event) {
    switch (name) {
      case "message" -> onMessage(fields(event), id);
      case "hg.welcome" -> onWelcome(fields(event));
      case "hg.subscribed" -> onSubscribed(fields(event));
      case "hg.rejected" -> sync.reject(Refusal.of(fields(event)));
      case "hg.unsubscribed" -> onUnsubscribed(fields(event));
      case "hg.gap" -> onGap(fields(event));
      case "hg.bye" -> onBye(fields(event));
      default -> {} // of a later protocol
    }
  }

  private static JsonFields fields(SseEvent event) {
    return JsonFields.parse((String) event.data().orElse(""));
  }

  private static String channel(JsonFields fields) {
    return fields.text("channel").orElse("");
  }

  private void onMessage(JsonFields fields, String id) {
    if (channel(fields).isEmpty()) {
      throw new IllegalArgumentException("channel");
    }
    String name = fields.text("event").filter(text -> !text.isEmpty()).orElse("message");
    context.listener().onEvent(channel(fields), name, fields.json("data"), id);
  }

  private void onWelcome(JsonFields fields) {
    String client = fields.text("client").orElse("");
    context.resume().start(fields.text("position").orElse(""));
    welcomed = context.loop().now();
    watchdog.expect(fields.number("heartbeat", 0));
    context.listener().onConnected(client);
    sync.start(client);
  }

  private void onSubscribed(JsonFields fields) {
    long heartbeat = fields.number("heartbeat", 0);
    if (heartbeat > 0) { // the channel's is shorter than that of the welcome
      watchdog.expect(heartbeat);
    }
    sync.confirm(channel(fields), fields.isTrue("recovered"), fields.number("replayed", 0));
  }

  private void onUnsubscribed(JsonFields fields) {
    String reason = fields.text("reason").orElse("");
    if (reason.equals("expired") && context.http().credentials().areRenewable()) {
      // the next stream, with a new token, goes on where this one ends
      endStream.accept(new Ending(Ending.Next.RETRY, reason, 0, reason));
    } else if (reason.equals("client")) {
      sync.removed(channel(fields));
    } else {
      sync.reject(new Refusal(channel(fields), 403, reason, ""));
    }
  }

  private void onGap(JsonFields fields) {
    OptionalLong missed =
        fields.json("missed").isPresent()
            ? OptionalLong.of(fields.number("missed", 0))
            : OptionalLong.empty();
    context.listener().onGap(channel(fields), missed);
  }

  private void onBye(JsonFields fields) {
    long retry = fields.number("retry", 0);
    if (retry > 0) { // sooner than the field of that name says to clients that a 404 ends
      context.onRetry().accept(retry);
    }
    String reason = fields.text("reason").orElse("");
    // the server knows of no channel for this stream, but the application has asked for one
    boolean again =
        fields.isTrue("reconnect") || (!reason.equals("disconnected") && sync.isMissingSome());
    Ending.Next next = again ? Ending.Next.RETRY : Ending.Next.CLOSED;
    endStream.accept(new Ending(next, reason, 0, "hg.bye: " + reason));
  }
}
