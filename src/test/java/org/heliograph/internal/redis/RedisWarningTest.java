package org.heliograph.internal.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.heliograph.internal.testing.redis.RedisServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a node warns of when it connects. */
class RedisWarningTest {
  private static final Logger LOGGER = Logger.getLogger("org.heliograph");

  private final List<LogRecord> lines = new CopyOnWriteArrayList<>();
  private final Handler log =
      new Handler() {
        @Override
        public void publish(LogRecord line) {
          lines.add(line);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  @BeforeEach
  void listen() {
    LOGGER.addHandler(log);
  }

  @AfterEach
  void leave() {
    LOGGER.removeHandler(log);
  }

  @ParameterizedTest
  @CsvSource({"allkeys-lru, 1", "allkeys-random, 1", "volatile-lru, 0", "noeviction, 0"})
  void evictionOfAnyKeyIsWarnedOfOnce(String policy, int warnings) throws Exception {
    try (RedisServer server = RedisServer.start("--maxmemory-policy", policy);
        RedisNode node = new RedisNode("sender", server.url())) {
      node.look();
      node.readAll();
      node.log().reconnect();
      node.look();

      assertThat(lines)
          .filteredOn(line -> line.getMessage().startsWith("HELIOGRAPH-0701"))
          .hasSize(warnings)
          .allSatisfy(
              line ->
                  assertThat(line.getParameters())
                      .containsExactly("127.0.0.1:" + server.port(), policy));
    }
  }
}
