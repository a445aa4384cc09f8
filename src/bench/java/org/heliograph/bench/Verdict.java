package org.heliograph.bench;

import java.util.regex.Pattern;
import org.heliograph.bench.report.Result;

/**
 * Whether Heliograph has kept its promises and every scenario came to its end. Events that other
 * subjects lose, repeat or reorder are only reported.
 */
final class Verdict {
  private static final Pattern HELIOGRAPH =
      Pattern.compile("(payara|wildfly|liberty)(-jaxrs|-cluster.*)?");

  private int scenarios;
  private int faults;

  /** Takes into account what a scenario has shown. */
  void measured(Result result) {
    scenarios++;
    if (isOurs(result.subject()) && !result.faults().isEmpty()) {
      faults++;
    }
  }

  /** Takes into account that a subject did not start, or did not get to the end of a scenario. */
  void failed() {
    faults++;
  }

  private static boolean isOurs(String subject) {
    return HELIOGRAPH.matcher(subject).matches();
  }

  /**
   * {@return 0 if something was measured, nothing failed, and Heliograph has lost, repeated or
   * reordered no event; otherwise 1}
   */
  int exitCode() {
    return scenarios > 0 && faults == 0 ? 0 : 1;
  }

  @Override
  public String toString() {
    return "Bench: " + scenarios + " scenarios, " + faults + " faults";
  }
}
