package org.heliograph.internal.config;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.heliograph.internal.redis.RedisUrl;

/**
 * How an application runs on many nodes.
 *
 * @param engine what keeps the shared log
 * @param name of the application; empty only if there is no engine
 * @param redis how to find Redis, where it is the engine
 * @param log what the engine keeps
 * @param times of a node
 * @param buffer what broadcasts of transactions may take that the engine does not have yet, in
 *     bytes
 */
public record ClusterOptions(
    Engine engine, Optional<String> name, Redis redis, Log log, Times times, long buffer) {

  /** What can keep the shared log. */
  public enum Engine {
    /** Nothing: the application runs on one node. */
    NONE,
    /** Redis or Valkey. */
    REDIS
  }

  /**
   * How to find Redis.
   *
   * @param url where it is
   * @param user who the application is to it, asked for each connection; empty for the default user
   * @param password of the user, asked for each connection
   * @param replicas how many must have a broadcast before it counts as sent
   */
  public record Redis(
      RedisUrl url,
      Supplier<Optional<String>> user,
      Supplier<Optional<String>> password,
      int replicas) {}

  /**
   * What the engine keeps.
   *
   * @param retention how old the oldest event is
   * @param maxBytes what all of them may take
   */
  public record Log(Duration retention, long maxBytes) {}

  /**
   * How long a node waits for what.
   *
   * @param send for its own broadcast to come back
   * @param ask for another node to answer
   * @param beat between two signs of life
   * @param patience before it ends its streams when it is cut off
   * @param recall how far back it can restore what the engine has lost
   */
  public record Times(
      Duration send, Duration ask, Duration beat, Duration patience, Duration recall) {}

  /** Whether the application may run on many nodes. */
  public boolean shared() {
    return engine != Engine.NONE;
  }
}
