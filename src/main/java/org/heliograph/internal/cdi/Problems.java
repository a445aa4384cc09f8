package org.heliograph.internal.cdi;

import java.util.ArrayList;
import java.util.List;

/** What is wrong with the declarations and settings of an application: all of it, in order. */
final class Problems {
  private final List<String> messages = new ArrayList<>();

  /** Settings that can not be understood. */
  void inSettings(String message) {
    messages.add("HELIOGRAPH-0101: " + message);
  }

  /** Channels that contradict each other or themselves. */
  void inChannels(String message) {
    messages.add("HELIOGRAPH-0102: " + message);
  }

  List<String> messages() {
    return List.copyOf(messages);
  }
}
