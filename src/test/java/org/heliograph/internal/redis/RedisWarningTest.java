package org.heliograph.internal.redis;

import static org.assertj.core.api.Assertions.assertThat;

import org.heliograph.internal.testing.LoggedLines;
import org.heliograph.internal.testing.redis.RedisServer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a node warns of when it connects. */
class RedisWarningTest {
  @AutoClose private final LoggedLines log = new LoggedLines();

  @ParameterizedTest
  @CsvSource({"allkeys-lru, 1", "allkeys-random, 1", "volatile-lru, 0", "noeviction, 0"})
  void evictionOfAnyKeyIsWarnedOfOnce(String policy, int warnings) throws Exception {
    try (RedisServer server = RedisServer.start("--maxmemory-policy", policy);
        RedisNode node = new RedisNode("sender", server.url())) {
      node.look();
      node.readAll();
      node.log().reconnect();
      node.look();

      assertThat(log.records())
          .filteredOn(line -> line.getMessage().startsWith("HELIOGRAPH-0701"))
          .hasSize(warnings)
          .allSatisfy(
              line ->
                  assertThat(line.getParameters())
                      .containsExactly("127.0.0.1:" + server.port(), policy));
    }
  }
}
