package org.heliograph.internal.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AuthorizerFailuresTest {
  private static final Logger LOGGER = Logger.getLogger("org.heliograph");

  private final List<LogRecord> lines = new ArrayList<>();
  private final Handler log =
      new Handler() {
        @Override
        public void publish(LogRecord line) {
          if (line.getMessage().contains("'orders/{id}'")) {
            lines.add(line);
          }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };
  private long now = Long.MAX_VALUE; // nanoseconds may overflow
  private final AuthorizerFailures failures =
      new AuthorizerFailures("orders/{id}", "a bean of shop.Orders", () -> now);
  private final IllegalStateException down = new IllegalStateException("database is down");

  @BeforeEach
  void listen() {
    LOGGER.addHandler(log);
  }

  @AfterEach
  void leave() {
    LOGGER.removeHandler(log);
  }

  @Test
  void theFirstFailureIsToldWithWhatIsNeededToFindIt() {
    failures.add("orders/7", down);
    assertThat(lines).hasSize(1);
    assertThat(lines.get(0).getMessage())
        .contains("HELIOGRAPH-0201", "'orders/{id}'", "a bean of shop.Orders", "'orders/7'");
    assertThat(lines.get(0).getThrown()).isSameAs(down);
  }

  @Test
  void thoseOfTheNextMinuteAreCountedAndToldWithTheFirstAfterIt() {
    for (int i = 0; i < 101; i++) {
      failures.add("orders/" + i, down);
    }
    assertThat(lines).hasSize(1);
    now += TimeUnit.MINUTES.toNanos(1);
    failures.add("orders/200", down);
    assertThat(lines).hasSize(2);
    assertThat(lines.get(1).getMessage()).contains("'orders/200'", "100 failures before");
    now += TimeUnit.MINUTES.toNanos(2);
    failures.add("orders/201", down);
    assertThat(lines.get(2).getMessage()).doesNotContain("before");
  }
}
