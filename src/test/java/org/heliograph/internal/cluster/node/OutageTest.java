package org.heliograph.internal.cluster.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.heliograph.internal.cluster.UnreachableException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is said of an engine that does not answer. */
class OutageTest {
  private static final Logger LOGGER = Logger.getLogger("org.heliograph");

  private final List<Level> levels = new CopyOnWriteArrayList<>();
  private final Handler log =
      new Handler() {
        @Override
        public void publish(LogRecord line) {
          levels.add(line.getLevel());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };
  private final Outage outage = new Outage("failing", "mended");
  private final UnreachableException reason = new UnreachableException("for the test");

  @BeforeEach
  void listen() {
    LOGGER.addHandler(log);
  }

  @AfterEach
  void leave() {
    LOGGER.removeHandler(log);
  }

  @Test
  void beginAndEndAreToldOnce() {
    outage.failed(reason);
    outage.failed(reason);
    outage.over();
    outage.over();
    assertThat(levels).containsExactly(Level.WARNING, Level.INFO);
  }

  @Test
  void nodeThatStopsSaysNothingOfTheLogThatItCloses() {
    outage.end();
    outage.failed(reason);
    assertThat(levels).isEmpty();
  }
}
