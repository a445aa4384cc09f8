package org.heliograph.internal.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.logging.LogRecord;
import org.heliograph.internal.testing.LoggedLines;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class AuthorizerFailuresTest {
  @AutoClose private final LoggedLines log = new LoggedLines();
  private long now = Long.MAX_VALUE; // nanoseconds may overflow
  private final AuthorizerFailures failures =
      new AuthorizerFailures("orders/{id}", "a bean of shop.Orders", () -> now);
  private final IllegalStateException down = new IllegalStateException("database is down");

  /** What is told of the one pattern. */
  private List<LogRecord> lines() {
    return log.records().stream()
        .filter(line -> line.getMessage().contains("'orders/{id}'"))
        .toList();
  }

  @Test
  void theFirstFailureIsToldWithWhatIsNeededToFindIt() {
    failures.add("orders/7", down);
    assertThat(lines()).hasSize(1);
    assertThat(lines().get(0).getMessage())
        .contains("HELIOGRAPH-0201", "'orders/{id}'", "a bean of shop.Orders", "'orders/7'");
    assertThat(lines().get(0).getThrown()).isSameAs(down);
  }

  @Test
  void thoseOfTheNextMinuteAreCountedAndToldWithTheFirstAfterIt() {
    for (int i = 0; i < 101; i++) {
      failures.add("orders/" + i, down);
    }
    assertThat(lines()).hasSize(1);
    now += TimeUnit.MINUTES.toNanos(1);
    failures.add("orders/200", down);
    assertThat(lines()).hasSize(2);
    assertThat(lines().get(1).getMessage()).contains("'orders/200'", "100 failures before");
    now += TimeUnit.MINUTES.toNanos(2);
    failures.add("orders/201", down);
    assertThat(lines().get(2).getMessage()).doesNotContain("before");
  }
}
