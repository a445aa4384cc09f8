package org.heliograph.internal.redis;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.heliograph.internal.cluster.SharedLog;
import org.heliograph.internal.cluster.SharedLogContract;
import org.heliograph.internal.testing.redis.RedisServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** The log in Redis keeps to the contract, over restarts of a server that keeps all it has. */
class RedisLogTest extends SharedLogContract {
  private static RedisServer server;

  private final List<RedisLog> logs = new ArrayList<>();

  @BeforeAll
  static void start() throws IOException {
    server = RedisServer.start("--appendonly", "yes", "--appendfsync", "always");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  @Override
  protected void wipe() {
    server.command("FLUSHALL");
  }

  @Override
  protected SharedLog newLog() {
    RedisLog log = new RedisLog(RedisNode.options(server.url()));
    logs.add(log);
    return log;
  }

  @Override
  protected void restart() throws IOException {
    server.kill();
    server.restart();
    logs.forEach(RedisLog::reconnect);
  }
}
