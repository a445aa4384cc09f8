package org.heliograph.it.app.streams;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** What happened to the jobs and sources of the application, by the ids that tests gave them. */
@ApplicationScoped
public class Traces {
  private final Map<String, List<String>> events = new ConcurrentHashMap<>();
  private final Map<String, AtomicInteger> counts = new ConcurrentHashMap<>();

  /** Notes that something happened. */
  public void note(String id, String what) {
    events.computeIfAbsent(id, key -> new CopyOnWriteArrayList<>()).add(what);
  }

  /** Counts something that happens often, and answers how often it has. */
  public int count(String id) {
    return counts.computeIfAbsent(id, key -> new AtomicInteger()).incrementAndGet();
  }

  /** What happened, and how often what was counted did. */
  public String of(String id) {
    AtomicInteger count = counts.get(id);
    return String.join(" ", events.getOrDefault(id, List.of()))
        + ";"
        + (count == null ? 0 : count.get());
  }
}
