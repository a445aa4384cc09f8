package org.heliograph.internal.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.ws.rs.sse.OutboundSseEvent;
import org.heliograph.EventName;
import org.heliograph.internal.log.Frame;
import org.heliograph.internal.log.JoinResult;
import org.heliograph.internal.log.Json;
import org.heliograph.internal.log.MessageEncoder;
import org.heliograph.internal.log.Position;
import org.heliograph.internal.stream.request.Rejection;

/** The control events of PROTOCOL section 2, as frames for one client. */
final class ControlFrames {
  static final Frame HEARTBEAT = frame(": hb\n\n");

  private ControlFrames() {}

  static Frame welcome(String client, Position position, long heartbeatMillis, long retryMillis) {
    return frame(
        "retry: %d\nid: %s\nevent: hg.welcome\n".formatted(retryMillis, position)
            + "data: {\"client\":%s,\"position\":%s,\"heartbeat\":%d,\"protocol\":1}\n\n"
                .formatted(Json.quote(client), Json.quote(position.toString()), heartbeatMillis));
  }

  static Frame subscribed(String channel, JoinResult<?> joined) {
    String name = Json.quote(channel);
    return joined.recovered().isEmpty()
        ? named("hg.subscribed", "{\"channel\":%s}".formatted(name))
        : named(
            "hg.subscribed",
            "{\"channel\":%s,\"recovered\":%b,\"replayed\":%d}"
                .formatted(name, joined.recovered().get(), joined.replayed().orElseThrow()));
  }

  static Frame rejected(Rejection rejection) {
    return named("hg.rejected", rejection.toJson());
  }

  static Frame unsubscribed(String channel, EndReason reason) {
    return named(
        "hg.unsubscribed",
        "{\"channel\":%s,\"reason\":%s}".formatted(Json.quote(channel), Json.quote(reason.text())));
  }

  static Frame gap(String channel, long missed) {
    return named("hg.gap", "{\"channel\":%s,\"missed\":%d}".formatted(Json.quote(channel), missed));
  }

  static Frame bye(EndReason reason, long retryMillis) {
    String retry = reason.reconnect() ? "retry: %d\n".formatted(retryMillis) : "";
    return frame(
        "%sevent: hg.bye\ndata: {\"reason\":%s,\"reconnect\":%b}\n\n"
            .formatted(retry, Json.quote(reason.text()), reason.reconnect()));
  }

  /**
   * Makes the frame of an event that the application sends to one client alone; it has no position.
   *
   * @param data the event's data as text, null for none
   * @throws IllegalArgumentException if the event's name is not one that a broadcast may have
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
      out.append("event: ").append(EventName.check(event.getName())).append('\n');
    }
    if (event.getName() != null || data != null) {
      MessageEncoder.dataLines(out, data == null ? "" : data);
    }
    return frame(out.append('\n').toString());
  }

  private static Frame named(String name, String json) {
    return frame("event: " + name + "\ndata: " + json + "\n\n");
  }

  private static Frame frame(String text) {
    return Frame.direct(text.getBytes(UTF_8));
  }
}
