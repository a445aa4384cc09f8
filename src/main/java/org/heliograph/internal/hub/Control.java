package org.heliograph.internal.hub;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.ws.rs.sse.OutboundSseEvent;
import java.util.Set;
import org.heliograph.Broadcast;

/** The control events of PROTOCOL section 2, as frames for one client. */
final class Control {
  static final Frame HEARTBEAT = frame("", ": hb\n\n");

  private Control() {}

  static Frame welcome(String client, Position position, long heartbeatMillis, long retryMillis) {
    return frame(
        "hg.welcome",
        "retry: %d\nid: %s\nevent: hg.welcome\n".formatted(retryMillis, position)
            + "data: {\"client\":%s,\"position\":%s,\"heartbeat\":%d,\"protocol\":1}\n\n"
                .formatted(Json.quote(client), Json.quote(position.toString()), heartbeatMillis));
  }

  static Frame subscribed(String channel) {
    return named("hg.subscribed", "{\"channel\":%s}".formatted(Json.quote(channel)));
  }

  static Frame resubscribed(String channel, boolean recovered, long replayed) {
    return named(
        "hg.subscribed",
        "{\"channel\":%s,\"recovered\":%b,\"replayed\":%d}"
            .formatted(Json.quote(channel), recovered, replayed));
  }

  static Frame rejected(Rejection rejection) {
    return named("hg.rejected", rejection.toJson());
  }

  static Frame unsubscribed(String channel, String reason) {
    return named(
        "hg.unsubscribed",
        "{\"channel\":%s,\"reason\":%s}".formatted(Json.quote(channel), Json.quote(reason)));
  }

  static Frame gap(String channel, long missed) {
    return named("hg.gap", "{\"channel\":%s,\"missed\":%d}".formatted(Json.quote(channel), missed));
  }

  static Frame bye(Bye bye, long retryMillis) {
    String retry = bye.reconnect() ? "retry: %d\n".formatted(retryMillis) : "";
    return frame(
        "hg.bye",
        "%sevent: hg.bye\ndata: {\"reason\":%s,\"reconnect\":%b}\n\n"
            .formatted(retry, Json.quote(bye.reason()), bye.reconnect()));
  }

  /**
   * An event that the application sends to this client alone; it has no position.
   *
   * @throws IllegalArgumentException if its name is not one that a broadcast may have
   */
  static Frame direct(OutboundSseEvent event, String data) {
    StringBuilder out = new StringBuilder();
    if (event.getComment() != null) {
      event.getComment().lines().forEach(line -> out.append(": ").append(line).append('\n'));
    }
    if (event.isReconnectDelaySet()) {
      out.append("retry: ").append(event.getReconnectDelay()).append('\n');
    }
    if (event.getName() != null) {
      Broadcast.to("").event(event.getName()); // refuses what could forge fields
      out.append("event: ").append(event.getName()).append('\n');
    }
    if (event.getName() != null || data != null) {
      MessageEncoder.dataLines(out, data == null ? "" : data);
    }
    return frame("", out.append('\n').toString());
  }

  private static Frame named(String name, String json) {
    return frame(name, "event: " + name + "\ndata: " + json + "\n\n");
  }

  private static Frame frame(String name, String text) {
    byte[] bytes = text.getBytes(UTF_8);
    return Frame.direct(
        new Message("", ChannelOptions.DEFAULTS, name, bytes, bytes, Set.of(), Set.of()));
  }
}
