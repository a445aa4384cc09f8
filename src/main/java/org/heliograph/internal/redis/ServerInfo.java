package org.heliograph.internal.redis;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Connection;
import redis.clients.jedis.Protocol.Command;

/** What a server says of itself, by name. */
record ServerInfo(Map<String, String> values) {
  private static final Pattern LINE = Pattern.compile("(?m)^(\\w+):(.*?)\\r?$");
  private static final Pattern VERSION = Pattern.compile("(\\d+)\\.(\\d+)");

  /** The first version that drops entries of a stream by their ids. */
  static final String OLDEST = "6.2";

  private static final int OLDEST_MAJOR = 6;
  private static final int OLDEST_MINOR = 2;

  /** Asks a server. */
  static ServerInfo of(Connection connection) {
    byte[] text = (byte[]) connection.executeCommand(new CommandArguments(Command.INFO));
    Map<String, String> values = new HashMap<>();
    Matcher line = LINE.matcher(new String(text, StandardCharsets.UTF_8));
    while (line.find()) {
      values.put(line.group(1), line.group(2));
    }
    return new ServerInfo(Map.copyOf(values));
  }

  boolean isPrimary() {
    return "master".equals(values.get("role"));
  }

  /** {@return the version of Redis that the server is, or is compatible with; empty if unsaid} */
  Optional<String> version() {
    return Optional.ofNullable(values.get("redis_version"));
  }

  boolean isTooOld() {
    Matcher version = VERSION.matcher(version().orElse(""));
    if (!version.lookingAt()) {
      return false;
    }
    int major = Integer.parseInt(version.group(1));
    return major < OLDEST_MAJOR
        || (major == OLDEST_MAJOR && Integer.parseInt(version.group(2)) < OLDEST_MINOR);
  }

  /**
   * {@return what the server does for want of memory, if that throws keys away which do not expire}
   */
  Optional<String> harmfulEviction() {
    return Optional.ofNullable(values.get("maxmemory_policy"))
        .filter(policy -> policy.startsWith("allkeys-"));
  }
}
