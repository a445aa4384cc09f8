package org.heliograph.demo.chat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.heliograph.demo.store.Store;

/**
 * The last messages of each room, for those who join later or have been away for too long. The
 * channels work without it.
 */
@ApplicationScoped
public class ChatRooms {
  private static final int MOST_MESSAGES = 50;

  @Inject Store store;

  /**
   * Remembers a message.
   *
   * @return false if the room has one of this sender with this key: the sender had no answer and
   *     sent it again
   */
  synchronized boolean add(String room, Message message) {
    if (messages(room).stream().anyMatch(message::isSame)) {
      return false;
    }
    store.add(name(room), message.toJson(), MOST_MESSAGES);
    return true;
  }

  List<Message> messages(String room) {
    return store.list(name(room)).stream().map(Message::of).toList();
  }

  private static String name(String room) {
    return "chat/" + room;
  }
}
