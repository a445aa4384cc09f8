package org.heliograph.demo.chat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;

/**
 * What somebody has said in a room.
 *
 * @param key made by the sender's browser: who shows a message before it is sent knows by it that
 *     it has come back
 * @param from the name of the sender
 * @param text plain text
 * @param at when it was said, in milliseconds since 1970
 */
public record Message(String key, String from, String text, long at) {

  /** Reads what {@link #toJson} has written. */
  static Message of(String json) {
    try (JsonReader reader = Json.createReader(new StringReader(json))) {
      JsonObject fields = reader.readObject();
      return new Message(
          fields.getString("key"),
          fields.getString("from"),
          fields.getString("text"),
          fields.getJsonNumber("at").longValue());
    }
  }

  String toJson() {
    return Json.createObjectBuilder()
        .add("key", key)
        .add("from", from)
        .add("text", text)
        .add("at", at)
        .build()
        .toString();
  }

  // the keys of others are known to the room: they name no message but their own
  boolean isSame(Message other) {
    return from.equals(other.from) && key.equals(other.key);
  }
}
