package org.heliograph.internal.config;

import java.util.ArrayList;
import java.util.List;

/** What is wrong with the declarations and settings of an application: all of it, in order. */
public final class DeploymentProblems {
  private final List<String> messages = new ArrayList<>();

  /** Settings that cannot be understood. */
  public void inSettings(String message) {
    messages.add("HELIOGRAPH-0101: " + message);
  }

  /** Channels that contradict each other or themselves. */
  public void inChannels(String message) {
    messages.add("HELIOGRAPH-0102: " + message);
  }

  public List<String> messages() {
    return List.copyOf(messages);
  }
}
