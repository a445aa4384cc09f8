package org.heliograph.demo.load;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The load of the last minutes, so that a chart does not begin empty. */
@ApplicationScoped
public class Loads {
  private static final int MOST = 180;

  private final Deque<Load> latest = new ArrayDeque<>();

  synchronized void add(Load load) {
    latest.addLast(load);
    if (latest.size() > MOST) {
      latest.removeFirst();
    }
  }

  synchronized List<Load> latest(int most) {
    return latest.stream().skip(Math.max(0, latest.size() - most)).toList();
  }
}
