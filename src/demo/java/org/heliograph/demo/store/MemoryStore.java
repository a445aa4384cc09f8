package org.heliograph.demo.store;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The store of a node that is alone: in memory, and gone with it. */
final class MemoryStore implements Store {
  private static final int MOST_TEXTS = 1000;
  private static final int MOST_LISTS = 100;

  // the oldest of all is forgotten when there are too many
  private final Map<String, Text> texts = new LinkedHashMap<>();

  // in the order of use, so that it is the list nobody looks at that is forgotten
  private final Map<String, Deque<String>> lists = new LinkedHashMap<>(16, 0.75f, true);

  private record Text(String text, Instant end) {}

  @Override
  public synchronized void put(String name, String text, Duration life) {
    texts.put(name, new Text(text, Instant.now().plus(life)));
    if (texts.size() > MOST_TEXTS) {
      texts.remove(texts.keySet().iterator().next());
    }
  }

  @Override
  public synchronized Optional<String> get(String name) {
    return Optional.ofNullable(texts.get(name))
        .filter(text -> Instant.now().isBefore(text.end()))
        .map(Text::text);
  }

  @Override
  public synchronized void remove(String name) {
    texts.remove(name);
  }

  @Override
  public synchronized void add(String list, String text, int most) {
    Deque<String> texts = lists.computeIfAbsent(list, name -> new ArrayDeque<>());
    if (lists.size() > MOST_LISTS) {
      lists.remove(lists.keySet().iterator().next());
    }
    texts.addLast(text);
    if (texts.size() > most) {
      texts.removeFirst();
    }
  }

  @Override
  public synchronized List<String> list(String name) {
    return List.copyOf(lists.getOrDefault(name, new ArrayDeque<>()));
  }
}
