package org.heliograph.demo.chat;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.heliograph.ClientEvent;

/** Who is in the rooms, by the streams that this node has. Safe for use by several threads. */
@ApplicationScoped
public class RoomPeople {
  /** For each room, the names of the users by their clients. */
  private final Map<String, Map<String, String>> rooms = new HashMap<>();

  /**
   * Somebody in a room.
   *
   * @param name the user's name
   * @param streams how many streams of the user have the room: a window has one
   */
  public record Person(String name, long streams) {}

  synchronized void joined(ClientEvent event) {
    event
        .channel()
        .ifPresent(room -> event.user().ifPresent(user -> in(room).put(event.client(), user)));
  }

  synchronized void left(ClientEvent event) {
    event
        .channel()
        .ifPresent(
            room -> {
              in(room).remove(event.client());
              if (in(room).isEmpty()) {
                rooms.remove(room);
              }
            });
  }

  /** The people in a room, by name. */
  synchronized List<Person> of(String room) {
    List<Person> people = new ArrayList<>();
    rooms.getOrDefault(room, Map.of()).values().stream()
        .collect(groupingBy(name -> name, TreeMap::new, counting()))
        .forEach((name, streams) -> people.add(new Person(name, streams)));
    return people;
  }

  private Map<String, String> in(String room) {
    return rooms.computeIfAbsent(room, name -> new HashMap<>());
  }
}
