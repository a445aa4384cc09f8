package org.heliograph.demo.store;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.params.SetParams;

/**
 * The store that many nodes have in common. Each call has a connection of its own: simple, and fast
 * enough for a few users. Jedis is named within methods only, since the demo for one node is
 * without it.
 */
final class RedisStore implements Store {
  private static final String PREFIX = "demo:";
  private static final Duration LIFE_OF_A_LIST = Duration.ofDays(1);

  private final URI url;

  /**
   * Makes a store; connects to nothing yet.
   *
   * @param url where Redis is, for example {@code redis://localhost:6379}
   */
  RedisStore(URI url) {
    this.url = url;
  }

  @Override
  public void put(String name, String text, Duration life) {
    try (Jedis redis = new Jedis(url)) {
      redis.set(PREFIX + name, text, SetParams.setParams().ex(life.toSeconds()));
    }
  }

  @Override
  public Optional<String> get(String name) {
    try (Jedis redis = new Jedis(url)) {
      return Optional.ofNullable(redis.get(PREFIX + name));
    }
  }

  @Override
  public void remove(String name) {
    try (Jedis redis = new Jedis(url)) {
      redis.del(PREFIX + name);
    }
  }

  @Override
  public void add(String list, String text, int most) {
    try (Jedis redis = new Jedis(url)) {
      redis.rpush(PREFIX + list, text);
      redis.ltrim(PREFIX + list, -most, -1);
      redis.expire(PREFIX + list, LIFE_OF_A_LIST.toSeconds());
    }
  }

  @Override
  public List<String> list(String name) {
    try (Jedis redis = new Jedis(url)) {
      return redis.lrange(PREFIX + name, 0, -1);
    }
  }
}
