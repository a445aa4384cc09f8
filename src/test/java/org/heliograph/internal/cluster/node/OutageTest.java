package org.heliograph.internal.cluster.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.heliograph.internal.cluster.UnreachableException;
import org.heliograph.internal.testing.LoggedLines;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What is said of an engine that does not answer. */
class OutageTest {
  @AutoClose private final LoggedLines log = new LoggedLines();
  private final Outage outage = new Outage("failing", "mended");
  private final UnreachableException reason = new UnreachableException("for the test");

  @Test
  void beginAndEndAreToldOnce() {
    outage.failed(reason);
    outage.failed(reason);
    outage.over();
    outage.over();
    assertThat(log.records())
        .extracting(LogRecord::getLevel)
        .containsExactly(Level.WARNING, Level.INFO);
  }

  @Test
  void nodeThatStopsSaysNothingOfTheLogThatItCloses() {
    outage.end();
    outage.failed(reason);
    assertThat(log.records()).isEmpty();
  }
}
