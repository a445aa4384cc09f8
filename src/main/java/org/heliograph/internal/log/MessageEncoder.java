package org.heliograph.internal.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.heliograph.Broadcast;
import org.heliograph.SseEvent;
import org.heliograph.SseFormat;
import org.heliograph.internal.log.Message.Payload;

/** Makes the bytes of an application event, in both formats (PROTOCOL section 3). Thread-safe. */
public final class MessageEncoder {

  /** Turns a payload into JSON; the container's JSON-B in production. Must be thread-safe. */
  @FunctionalInterface
  public interface PayloadEncoder {

    /**
     * Encodes one payload that is not a String.
     *
     * @throws RuntimeException if the payload cannot be encoded; the publisher gets the exception
     */
    String encode(Object payload);
  }

  private final PayloadEncoder payloads;
  private final long maxEventSize;

  /** Makes an encoder of payloads, and of events of any length. */
  public MessageEncoder(PayloadEncoder payloads) {
    this(payloads, Long.MAX_VALUE);
  }

  /**
   * Makes an encoder.
   *
   * @param payloads encodes what is not a string
   * @param maxEventSize bytes that an event may take on a stream
   */
  public MessageEncoder(PayloadEncoder payloads, long maxEventSize) {
    this.payloads = payloads;
    this.maxEventSize = maxEventSize;
  }

  /**
   * Encodes a broadcast. An event without data has an empty data field in plain format, because a
   * client does not dispatch an event that has none (WHATWG HTML section 9.2.6).
   *
   * @param options gives the settings of a channel
   * @throws IllegalArgumentException if the payload cannot be turned into JSON, what JSON-B has
   *     made of the payload is none, or the event is too large
   */
  public Message encode(Broadcast broadcast, Function<String, ChannelOptions> options) {
    Message message =
        encode(
            broadcast.channel(),
            options.apply(broadcast.channel()),
            broadcast.event().orElse(""),
            payload(broadcast),
            Audience.without(broadcast.exceptClients(), broadcast.exceptUsers()));
    checkSize(message);
    return broadcast.channels().size() == 1
        ? message
        : message.with(others(message, broadcast, options));
  }

  private List<Message> others(
      Message first, Broadcast broadcast, Function<String, ChannelOptions> options) {
    return broadcast.channels().stream()
        .skip(1)
        .map(channel -> again(first, channel, options.apply(channel)))
        .toList();
  }

  /** The plain format does not name the channel, so that its bytes are those of all channels. */
  private Message again(Message first, String channel, ChannelOptions options) {
    Message again =
        new Message(
            channel,
            options,
            first.event(),
            envelope(channel, first.event(), first.payload()).getBytes(UTF_8),
            first.plain(),
            first.payload(),
            first.audience());
    checkSize(again);
    return again;
  }

  private void checkSize(Message message) {
    checkSize(message.length(), "channel " + Json.quote(message.channel()));
  }

  /**
   * Encodes an event whose data are text already, for instance on another node.
   *
   * @param event the event's name, empty if it has none
   */
  public Message encode(
      String channel, ChannelOptions options, String event, Payload payload, Audience audience) {
    return new Message(
        channel,
        options,
        event,
        envelope(channel, event, payload).getBytes(UTF_8),
        plain(event, payload.text().orElse("")).getBytes(UTF_8),
        payload,
        audience);
  }

  private Payload payload(Broadcast broadcast) {
    Object data = broadcast.data().orElse(null);
    return data == null
        ? Payload.NONE
        : new Payload(Optional.of(text(data, broadcast)), !(data instanceof String));
  }

  /**
   * Checks how long an event is.
   *
   * @param bytes that the event takes on a stream
   * @param destination whom the event is for
   * @throws IllegalArgumentException if the event is longer than any may be
   */
  public void checkSize(int bytes, String destination) {
    if (bytes > maxEventSize) {
      throw new IllegalArgumentException(
          "An event for %s takes %s bytes on a stream, more than heliograph.max-event-size (%s)"
              .formatted(destination, bytes, maxEventSize));
    }
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
            + (" on channel '" + String.join("', '", broadcast.channels()) + "'");
  }

  private static String envelope(String channel, String event, Payload payload) {
    StringBuilder out = new StringBuilder("{\"channel\":");
    out.append(Json.quote(channel));
    if (!event.isEmpty()) {
      out.append(",\"event\":").append(Json.quote(event));
    }
    payload
        .text()
        .ifPresent(
            text -> out.append(",\"data\":").append(payload.json() ? text : Json.quote(text)));
    return SseFormat.format(SseEvent.of(out.append('}').toString()));
  }

  private static String plain(String event, String data) {
    return SseFormat.format(
        (event.isEmpty() ? SseEvent.empty() : SseEvent.named(event)).data(data));
  }
}
