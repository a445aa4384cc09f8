package org.heliograph.internal.cluster.kills;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import org.heliograph.internal.testing.redis.RedisServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Nodes and Redis are killed in turn under load. Each once; with {@code mvn -Pkills -Dminutes=10
 * test} for as long.
 */
class KillsTest {
  private static final int NODES = 2;
  private static final int CLIENTS = 4;
  private static final int PUBLISHERS = 4;
  private static final int SOME = 300;

  private final Deque<AutoCloseable> started = new ArrayDeque<>();
  private final Witness witness = new Witness();
  private final List<NodeProcess> nodes = new ArrayList<>();

  /** What dies, and is there again when clients have been served for a while. */
  enum Victim {
    FIRST_NODE,
    REDIS,
    SECOND_NODE,
    /** Redis, and all that it has on disk. */
    REDIS_AND_DISK
  }

  @AfterEach
  void endAll() throws Exception {
    while (!started.isEmpty()) {
      started.pop().close();
    }
  }

  private <T extends AutoCloseable> T started(T one) {
    started.push(one);
    return one;
  }

  @Test
  void nothingIsLostOrRepeatedWhoeverIsKilled() throws Exception {
    RedisServer redis = started(RedisServer.start("--appendonly", "yes"));
    for (int i = 0; i < NODES; i++) {
      nodes.add(started(new NodeProcess(i, redis.url())));
    }
    for (int i = 0; i < CLIENTS; i++) {
      started(new Roamer(witness, nodes, i));
    }
    List<Publisher> publishers = new ArrayList<>();
    for (int i = 0; i < PUBLISHERS; i++) {
      publishers.add(started(new Publisher("p" + i, witness, nodes.get(i % NODES))));
    }
    long end =
        System.nanoTime()
            + Duration.ofMinutes(Integer.getInteger("heliograph.minutes", 0)).toNanos();
    int kills = 0;
    do {
      for (Victim victim : Victim.values()) {
        witness.flow(SOME);
        kill(victim, redis);
        kills++;
      }
    } while (System.nanoTime() < end);
    witness.flow(SOME);
    for (Publisher publisher : publishers) {
      publisher.end();
    }
    witness.decide();
    System.out.printf(
        "%d kills, %,d events sent, %,d received%n", kills, witness.sent(), witness.received());
  }

  private void kill(Victim victim, RedisServer redis) throws IOException {
    switch (victim) {
      case FIRST_NODE -> restart(nodes.get(0));
      case SECOND_NODE -> restart(nodes.get(1));
      case REDIS -> {
        redis.kill();
        redis.restart();
      }
      case REDIS_AND_DISK -> {
        redis.kill();
        clear(redis.folder());
        redis.restart();
      }
    }
  }

  private void restart(NodeProcess node) throws IOException {
    node.kill();
    witness.flow(SOME); // by the other
    node.start();
  }

  private static void clear(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : (Iterable<Path>) all.filter(Files::isRegularFile)::iterator) {
        Files.delete(file);
      }
    }
  }
}
