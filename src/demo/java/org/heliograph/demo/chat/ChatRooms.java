package org.heliograph.demo.chat;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The last messages of each room, for those who join later or have been away for too long. In
 * memory only, where an application of your own has a database; the channels work without it.
 */
@ApplicationScoped
public class ChatRooms {
  private static final int MOST_ROOMS = 100;
  private static final int MOST_MESSAGES = 50;

  // in the order of use, so that it is the room nobody looks at that is forgotten
  private final Map<String, Deque<Message>> rooms = new LinkedHashMap<>(16, 0.75f, true);

  /**
   * Remembers a message.
   *
   * @return false if the room has one of this sender with this key: the sender had no answer and
   *     sent it again
   */
  synchronized boolean add(String room, Message message) {
    Deque<Message> messages = rooms.computeIfAbsent(room, name -> new ArrayDeque<>());
    if (rooms.size() > MOST_ROOMS) {
      rooms.remove(rooms.keySet().iterator().next());
    }
    if (messages.stream().anyMatch(message::isSame)) {
      return false;
    }
    messages.addLast(message);
    if (messages.size() > MOST_MESSAGES) {
      messages.removeFirst();
    }
    return true;
  }

  synchronized List<Message> messages(String room) {
    return List.copyOf(rooms.getOrDefault(room, new ArrayDeque<>()));
  }
}
