package org.heliograph.demo.chat;

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
  // the keys of others are known to the room: they name no message but their own
  boolean isSame(Message other) {
    return from.equals(other.from) && key.equals(other.key);
  }
}
