package org.heliograph.internal.config;

import java.util.ArrayList;
import java.util.List;

/** What is wrong with the declarations and settings of an application: all of it, in order. */
public final class DeploymentProblems {
  private final List<String> messages = new ArrayList<>();

  /** Adds a message about a setting that cannot be understood. */
  public void inSettings(String message) {
    messages.add("HELIOGRAPH-0101: " + message);
  }

  /** Adds a message about channels that contradict each other or themselves. */
  public void inChannels(String message) {
    messages.add("HELIOGRAPH-0102: " + message);
  }

  /** Adds a message about the engine that the nodes share, which lets the application not in. */
  public void inEngine(String message) {
    messages.add("HELIOGRAPH-0110: " + message);
  }

  /** {@return all messages so far, in order} */
  public List<String> messages() {
    return List.copyOf(messages);
  }
}
