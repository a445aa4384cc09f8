package org.heliograph.internal.eventstream.life;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Objects;
import org.heliograph.SseEvent;
import org.heliograph.SseFormat;
import org.heliograph.internal.log.Frame;
import org.heliograph.internal.log.Json;
import org.heliograph.internal.log.MessageEncoder;

/** Makes frames of what an application sends. Thread-safe. */
public final class ItemEncoder {
  private final MessageEncoder payloads;

  public ItemEncoder(MessageEncoder payloads) {
    this.payloads = payloads;
  }

  /** {@return what turns payloads into JSON} */
  public MessageEncoder payloads() {
    return payloads;
  }

  /** {@return an item as an event: itself if it is one, else an event with the item as JSON} */
  static SseEvent event(Object item) {
    Objects.requireNonNull(item, "An item is an SseEvent or a payload, was null");
    if (!(item instanceof SseEvent event)) {
      return SseEvent.of(item);
    }
    if (event.data().isEmpty() && event.retry().isEmpty() && event.comment().isEmpty()) {
      throw new IllegalArgumentException(
          "An event needs data, or no client sees it; was %s".formatted(event));
    }
    return event;
  }

  /**
   * Encodes an item.
   *
   * @throws IllegalArgumentException if JSON-B cannot turn a payload into JSON, or no client would
   *     see the event
   * @throws NullPointerException if the item is null
   */
  Frame encode(Object item) {
    SseEvent event = event(item instanceof String text ? SseEvent.of(Json.quote(text)) : item);
    return Frame.direct(SseFormat.format(event, payloads::text).getBytes(UTF_8));
  }
}
