package org.heliograph.internal.testing;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import java.lang.reflect.Type;

/** An event as a container's builder makes it. */
public record TestEvent(String getName, Object getData) implements OutboundSseEvent {
  /** An event with a name and data. */
  public static TestEvent of(String name, Object data) {
    return new TestEvent(name, data);
  }

  @Override
  public String getId() {
    return null;
  }

  @Override
  public String getComment() {
    return "a comment";
  }

  @Override
  public long getReconnectDelay() {
    return RECONNECT_NOT_SET;
  }

  @Override
  public boolean isReconnectDelaySet() {
    return false;
  }

  @Override
  public Class<?> getType() {
    return Object.class;
  }

  @Override
  public Type getGenericType() {
    return Object.class;
  }

  @Override
  public MediaType getMediaType() {
    return MediaType.APPLICATION_JSON_TYPE;
  }
}
