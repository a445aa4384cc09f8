package org.heliograph.internal.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.heliograph.Broadcast;
import org.heliograph.SseEvent;
import org.heliograph.SseFormat;

/** Makes the bytes of an application event, in both formats (PROTOCOL section 3). Thread-safe. */
public final class MessageEncoder {
  private final PayloadEncoder payloads;

  /** Makes an encoder that leaves payloads other than strings to another one. */
  public MessageEncoder(PayloadEncoder payloads) {
    this.payloads = payloads;
  }

  /**
   * Encodes a broadcast. An event without data has an empty data field in plain format, because a
   * client does not dispatch an event that has none (WHATWG HTML section 9.2.6).
   *
   * @throws IllegalArgumentException if the payload cannot be turned into JSON, or what JSON-B has
   *     made of the payload is none
   */
  public Message encode(Broadcast broadcast, ChannelOptions options) {
    Object data = broadcast.data().orElse(null);
    String text = text(data, broadcast);
    String json = data instanceof String string ? Json.quote(string) : text;
    return new Message(
        broadcast.channel(),
        options,
        broadcast.event().orElse(""),
        envelope(broadcast, json).getBytes(UTF_8),
        plain(broadcast, text == null ? "" : text).getBytes(UTF_8),
        broadcast.exceptClients(),
        broadcast.exceptUsers());
  }

  /**
   * Makes the text of data fields: a String as it is, null for none, anything else as JSON without
   * line ends, which mean nothing between tokens but would end a field.
   *
   * @throws IllegalArgumentException if the payload cannot be turned into JSON, or what JSON-B has
   *     made of the payload is none
   */
  public String text(Object data) {
    return text(data, null);
  }

  private String text(Object data, Broadcast broadcast) {
    if (data == null || data instanceof String) {
      return (String) data;
    }
    try {
      String json = payloads.encode(data);
      if (json == null) {
        throw new IllegalArgumentException("it is null");
      }
      return JsonText.oneLine(json);
    } catch (RuntimeException e) {
      throw new IllegalArgumentException(
          "JSON-B cannot turn a payload of %s%s into JSON: %s"
              .formatted(data.getClass().getName(), purpose(broadcast), e.getMessage()),
          e);
    }
  }

  private static String purpose(Broadcast broadcast) {
    return broadcast == null
        ? ""
        : broadcast.event().map(event -> " for event '" + event + "'").orElse("")
            + (" on channel '" + broadcast.channel() + "'");
  }

  private static String envelope(Broadcast broadcast, String json) {
    StringBuilder out = new StringBuilder("{\"channel\":");
    out.append(Json.quote(broadcast.channel()));
    broadcast.event().ifPresent(event -> out.append(",\"event\":").append(Json.quote(event)));
    if (json != null) {
      out.append(",\"data\":").append(json);
    }
    return SseFormat.format(SseEvent.of(out.append('}').toString()));
  }

  private static String plain(Broadcast broadcast, String data) {
    return SseFormat.format(
        broadcast.event().map(SseEvent::named).orElse(SseEvent.empty()).data(data));
  }
}
