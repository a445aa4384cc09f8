package org.heliograph.internal.testing;

import java.text.MessageFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What Heliograph logs, from when this is made until it is closed. Thread-safe. */
public final class LoggedLines extends Handler implements AutoCloseable {
  private static final Logger LOGGER = Logger.getLogger("org.heliograph");

  private final List<LogRecord> records = new CopyOnWriteArrayList<>();

  /** Begins to listen. */
  public LoggedLines() {
    LOGGER.addHandler(this);
  }

  /** {@return what was logged, as it was logged} */
  public List<LogRecord> records() {
    return records;
  }

  /** {@return what was logged, as a log shows it} */
  public List<String> texts() {
    return records.stream()
        .map(line -> MessageFormat.format(line.getMessage(), line.getParameters()))
        .toList();
  }

  @Override
  public void publish(LogRecord line) {
    records.add(line);
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    LOGGER.removeHandler(this);
  }
}
