package org.heliograph.internal.stream;

import jakarta.ws.rs.sse.OutboundSseEvent;
import java.time.Duration;
import org.heliograph.EventName;
import org.heliograph.SseEvent;
import org.heliograph.SseFormat;
import org.heliograph.internal.log.Frame;
import org.heliograph.internal.log.JoinResult;
import org.heliograph.internal.log.Json;
import org.heliograph.internal.log.Position;
import org.heliograph.internal.stream.request.Rejection;

/** The control events of PROTOCOL section 2, as frames for one client. */
final class ControlFrames {
  static final Frame HEARTBEAT = frame(SseEvent.empty().comment("hb"));

  private ControlFrames() {}

  static Frame welcome(String client, Position position, long heartbeatMillis, long retryMillis) {
    return frame(
        SseEvent.named("hg.welcome")
            .retry(Duration.ofMillis(retryMillis))
            .id(position.toString())
            .data(
                "{\"client\":%s,\"position\":%s,\"heartbeat\":%d,\"protocol\":1}"
                    .formatted(
                        Json.quote(client), Json.quote(position.toString()), heartbeatMillis)));
  }

  static Frame subscribed(String channel, JoinResult<?> joined) {
    String name = Json.quote(channel);
    return named(
        "hg.subscribed",
        joined.recovered().isEmpty()
            ? "{\"channel\":%s}".formatted(name)
            : "{\"channel\":%s,\"recovered\":%b,\"replayed\":%d}"
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
    SseEvent event =
        SseEvent.named("hg.bye")
            .data(
                "{\"reason\":%s,\"reconnect\":%b}"
                    .formatted(Json.quote(reason.text()), reason.reconnect()));
    return frame(reason.reconnect() ? event.retry(Duration.ofMillis(retryMillis)) : event);
  }

  /**
   * Makes the frame of an event that the application sends to one client alone; it has no position.
   *
   * @param data the event's data as text, null for none
   * @throws IllegalArgumentException if the event's name is not one that a broadcast may have
   */
  static Frame direct(OutboundSseEvent event, String data) {
    SseEvent sent = SseEvent.empty();
    if (event.getName() != null) {
      sent = SseEvent.named(EventName.check(event.getName())).data("");
    }
    if (data != null) {
      sent = sent.data(data);
    }
    if (event.isReconnectDelaySet()) {
      sent = sent.retry(Duration.ofMillis(event.getReconnectDelay()));
    }
    return frame(event.getComment() == null ? sent : sent.comment(event.getComment()));
  }

  private static Frame named(String name, String json) {
    return frame(SseEvent.named(name).data(json));
  }

  private static Frame frame(SseEvent event) {
    return Frame.direct(SseFormat.bytes(event));
  }
}
