package org.heliograph.internal.stream;

import jakarta.ws.rs.sse.OutboundSseEvent;
import java.time.Duration;
import java.util.OptionalLong;
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

  /** For people who wonder why nothing comes: most often they have mistyped the parameter. */
  static final Frame NO_CHANNEL =
      frame(SseEvent.empty().comment("no channel asked for: add ?channel=name, or POST it later"));

  private ControlFrames() {}

  static Frame welcome(String client, Position position, long heartbeatMillis, long retryMillis) {
    return frame(
        SseEvent.named("hg.welcome")
            .retry(Duration.ofMillis(retryMillis))
            .id(position.toString())
            .data(
                "{\"client\":"
                    + Json.quote(client)
                    + ",\"position\":"
                    + Json.quote(position.toString())
                    + ",\"heartbeat\":"
                    + heartbeatMillis
                    + ",\"protocol\":1}"));
  }

  /**
   * Makes the frame that tells of a channel.
   *
   * @param heartbeatMillis what holds from now on, if the channel has made that shorter
   */
  static Frame subscribed(String channel, JoinResult<?> joined, OptionalLong heartbeatMillis) {
    StringBuilder json = new StringBuilder("{\"channel\":").append(Json.quote(channel));
    joined.recovered().ifPresent(recovered -> json.append(",\"recovered\":").append(recovered));
    joined.replayed().ifPresent(replayed -> json.append(",\"replayed\":").append(replayed));
    heartbeatMillis.ifPresent(millis -> json.append(",\"heartbeat\":").append(millis));
    return named("hg.subscribed", json.append('}').toString());
  }

  static Frame rejected(Rejection rejection) {
    return named("hg.rejected", rejection.toJson());
  }

  static Frame unsubscribed(String channel, EndReason reason) {
    return named(
        "hg.unsubscribed",
        "{\"channel\":%s,\"reason\":%s}".formatted(Json.quote(channel), Json.quote(reason.text())));
  }

  /** Makes the frame that tells of events missed, of which nobody knows how many. */
  static Frame gap(String channel) {
    return named("hg.gap", "{\"channel\":" + Json.quote(channel) + "}");
  }

  static Frame gap(String channel, long missed) {
    return named("hg.gap", "{\"channel\":" + Json.quote(channel) + ",\"missed\":" + missed + "}");
  }

  static SseEvent bye(EndReason reason, long retryMillis) {
    SseEvent event =
        SseEvent.named("hg.bye")
            .data(
                "{\"reason\":%s,\"reconnect\":%b}"
                    .formatted(Json.quote(reason.text()), reason.reconnect()));
    return reason.reconnect() ? event.retry(Duration.ofMillis(retryMillis)) : event;
  }

  /**
   * Makes the good-bye of a node that stops.
   *
   * @param awayMillis when a browser's own client may come back, which gives up for good at any
   *     answer but a stream
   * @param retryMillis when a client may come back that puts up with such an answer
   */
  static SseEvent shutdown(long awayMillis, long retryMillis) {
    return SseEvent.named("hg.bye")
        .retry(Duration.ofMillis(awayMillis))
        .data(
            "{\"reason\":"
                + Json.quote(EndReason.SHUTDOWN.text())
                + ",\"reconnect\":true,\"retry\":"
                + retryMillis
                + "}");
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

  static Frame frame(SseEvent event) {
    return Frame.direct(SseFormat.bytes(event));
  }
}
