package org.heliograph.internal.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A frame in the form that JAX-RS sinks take. The container's {@code Sse} does not make it, because
 * that can be had within resource methods only.
 */
final class SinkEvent implements OutboundSseEvent {
  private static final MediaType TEXT = MediaType.TEXT_PLAIN_TYPE.withCharset("UTF-8");

  private final Map<String, List<String>> fields = new HashMap<>();

  // in place of the data fields, if set; by the thread that makes this
  private Class<?> type;
  private Object data;

  private SinkEvent() {}

  static SinkEvent comment(String text) {
    SinkEvent event = new SinkEvent();
    event.add("", text);
    return event;
  }

  /** Reads the one frame of a buffer: fields as the hub writes them, one per line. */
  static SinkEvent parse(byte[] bytes, int length) {
    SinkEvent event = new SinkEvent();
    String frame = new String(bytes, 0, length, UTF_8);
    for (String line : frame.lines().toList()) {
      int colon = line.indexOf(':');
      if (colon >= 0) {
        int value = line.startsWith(" ", colon + 1) ? colon + 2 : colon + 1;
        event.add(line.substring(0, colon), line.substring(value));
      }
    }
    return event;
  }

  /** Whether some field would be lost if a sink were given the event as it is. */
  boolean needsCare() {
    List<String> data = fields.get("data");
    return data == null
        ? fields.keySet().stream().anyMatch(name -> !name.isEmpty())
        : data.contains("");
  }

  /** Has the sink write all fields, which it would not do by itself. */
  void adaptTo(SinkDialect sink) {
    sink.write(fields.getOrDefault("data", List.of()), this);
  }

  void replaceName(String name) {
    fields.put("event", List.of(name));
  }

  void replaceData(Class<?> newType, Object newData) {
    type = newType;
    data = newData;
  }

  private void add(String field, String value) {
    fields.computeIfAbsent(field, name -> new ArrayList<>()).add(value);
  }

  private String value(String field) {
    List<String> lines = fields.get(field);
    return lines == null ? null : String.join("\n", lines);
  }

  @Override
  public String getId() {
    return value("id");
  }

  @Override
  public String getName() {
    return value("event");
  }

  @Override
  public String getComment() {
    return value("");
  }

  @Override
  public long getReconnectDelay() {
    return isReconnectDelaySet() ? Long.parseLong(value("retry")) : RECONNECT_NOT_SET;
  }

  @Override
  public boolean isReconnectDelaySet() {
    return fields.containsKey("retry");
  }

  /** {@return the type of the data; null without data, or Jersey would write a data line} */
  @Override
  public Class<?> getType() {
    return type != null || getData() == null ? type : String.class;
  }

  @Override
  public Type getGenericType() {
    return type == null ? String.class : type;
  }

  @Override
  public MediaType getMediaType() {
    return TEXT;
  }

  @Override
  public Object getData() {
    return data == null ? value("data") : data;
  }
}
