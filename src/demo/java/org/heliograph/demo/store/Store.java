package org.heliograph.demo.store;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Keeps text under names. Safe for use by several threads. */
public interface Store {

  /**
   * Keeps a text.
   *
   * @param name its name
   * @param text the text
   * @param life how long it is kept at most
   */
  void put(String name, String text, Duration life);

  /**
   * Finds a text.
   *
   * @param name its name
   * @return the text, if it is kept
   */
  Optional<String> get(String name);

  /**
   * Forgets a text.
   *
   * @param name its name; one that is not known is no error
   */
  void remove(String name);

  /**
   * Adds a text to the end of a list.
   *
   * @param list the name of the list
   * @param text the text
   * @param most how many texts of the list are kept
   */
  void add(String list, String text, int most);

  /**
   * Reads a list.
   *
   * @param name the name of the list
   * @return its texts, the oldest first; empty if there is no such list
   */
  List<String> list(String name);
}
