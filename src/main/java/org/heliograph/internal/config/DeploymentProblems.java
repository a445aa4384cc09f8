package org.heliograph.internal.config;

import java.util.ArrayList;
import java.util.List;

/** What is wrong with the declarations and settings of an application: all of it, in order. */
public final class DeploymentProblems {
  private static final String CHANNELS = "HELIOGRAPH-0102: ";

  private final List<String> messages = new ArrayList<>();

  /** Adds a message about a setting that cannot be understood. */
  public void inSettings(String message) {
    messages.add("HELIOGRAPH-0101: " + message);
  }

  /** Adds a message about channels that contradict each other or themselves. */
  public void inChannels(String message) {
    messages.add(CHANNELS + message);
  }

  /** Adds what another one knows about channels, and nothing that it knows about settings. */
  public void addInChannels(DeploymentProblems other) {
    other.messages.stream().filter(message -> message.startsWith(CHANNELS)).forEach(messages::add);
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
