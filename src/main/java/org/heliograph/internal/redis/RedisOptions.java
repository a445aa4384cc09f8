package org.heliograph.internal.redis;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javax.net.ssl.SSLSocketFactory;

/**
 * How a node keeps its shared log in Redis.
 *
 * @param name of the application's nodes; part of all keys
 * @param url where Redis is
 * @param user the user's name, asked for at each connect; empty for the default user
 * @param password the password, asked for at each connect; empty for none
 * @param replicas so many replicas have an entry before it counts as appended
 * @param maxBytes what the log may hold
 * @param retention the age of the oldest entry
 * @param timeout for a connect, and for each answer beyond the time that the question itself takes
 * @param tls makes sockets where the URL asks for TLS; empty for those of the JVM
 */
public record RedisOptions(
    String name,
    RedisUrl url,
    Supplier<Optional<String>> user,
    Supplier<Optional<String>> password,
    int replicas,
    long maxBytes,
    Duration retention,
    Duration timeout,
    Optional<SSLSocketFactory> tls) {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]{1,64}");

  /**
   * Checks the name, which is part of a key.
   *
   * @throws IllegalArgumentException if it holds anything but letters, digits, {@code _}, {@code .}
   *     and {@code -}, or is longer than 64 characters
   */
  public RedisOptions {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "the name of the nodes has 1 to 64 letters, digits, '_', '.' and '-', was '%s'"
              .formatted(name));
    }
  }

  /** {@return the key of the log, or of what belongs to it} In a cluster all are on one server. */
  String key(String what) {
    return "heliograph:{%s}:%s".formatted(name, what);
  }
}
