package org.heliograph.demo.report;

import java.util.Optional;

/**
 * One run of the job, as the list of the latest shows it to everyone.
 *
 * @param number counts the reports of a node since the start of the application
 * @param way {@code answer} to a POST, or {@code channel}
 * @param pages how many pages it has
 * @param state {@code running}, {@code complete} or {@code stopped}
 * @param node where it runs; absent where there is only one
 */
public record Report(int number, String way, int pages, String state, Optional<String> node) {

  Report now(String other) {
    return new Report(number, way, pages, other, node);
  }
}
