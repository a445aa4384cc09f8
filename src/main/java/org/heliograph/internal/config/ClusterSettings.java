package org.heliograph.internal.config;

import static org.heliograph.internal.config.Quantities.duration;
import static org.heliograph.internal.config.Quantities.durationOrZero;
import static org.heliograph.internal.config.Quantities.size;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.heliograph.internal.config.ClusterOptions.Engine;
import org.heliograph.internal.redis.RedisUrl;

/**
 * The settings of an application that runs on many nodes: {@code heliograph.cluster.} and a name.
 */
final class ClusterSettings {
  private static final String AUTO = "auto";

  private static final Duration LEAST_RETENTION = Duration.ofMinutes(1);
  private static final long LEAST_BYTES = 1L << 20;

  private static final Pattern NAMES = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  static final Setting<Engine> ENGINE =
      new Setting<>(
          "cluster.engine",
          SettingType.choice(Engine.class),
          "none",
          "What keeps the log that all nodes of the application share: `none` for an application on one"
              + " node, or `redis` for Redis or Valkey, which needs the library"
              + " `redis.clients:jedis` in the application.");

  static final Setting<String> NAME =
      new Setting<>(
          "cluster.name",
          new SettingType<>(
              "a name of 1 to 64 letters, digits, dots, - and _", ClusterSettings::name),
          "",
          "Which nodes belong together: those of one name share all channels. An engine needs it.");

  static final Setting<RedisUrl> REDIS_URL =
      new Setting<>(
          "cluster.redis.url",
          new SettingType<>("a URL of Redis", RedisUrl::parse),
          "redis://localhost:6379",
          "Where Redis is: `redis://host:port`, `redis-sentinel://host:port,host:port/primary` with the"
              + " name by which Sentinels know the primary, or `redis-cluster://host:port,host:port`."
              + " It begins with `rediss` for TLS.");

  static final Setting<String> REDIS_USER =
      new Setting<>(
          "cluster.redis.user",
          SettingType.text("a name"),
          "",
          "Who this application is to Redis, if not the default user. Read again for each connection.");

  static final Setting<String> REDIS_PASSWORD =
      new Setting<>(
          "cluster.redis.password",
          new SettingType<>("a password", text -> text),
          "",
          "The password of that user. Read again for each connection, so it may change while the"
              + " application runs.");

  static final Setting<Integer> REDIS_REPLICAS =
      new Setting<>(
          "cluster.redis.replicas",
          SettingType.count(0, 10),
          "0",
          "How many replicas must have a broadcast before it counts as sent.");

  static final Setting<Optional<Duration>> RETENTION =
      new Setting<>(
          "cluster.retention",
          orAuto(duration("1m", "720h")),
          AUTO,
          "How old an event may become in the engine. `auto` is the longest `history.ttl` of all"
              + " channels, and a minute at least.");

  static final Setting<Optional<Long>> MAX_BYTES =
      new Setting<>(
          "cluster.max-bytes",
          orAuto(size("1MiB", "1024GiB")),
          AUTO,
          "What the engine may hold for this application; one event may take a sixteenth of it. `auto`"
              + " is `heliograph.history.max-bytes`, and 1MiB at least.");

  static final Setting<Duration> SEND_TIMEOUT =
      new Setting<>(
          "cluster.send-timeout",
          duration("10ms", "1m"),
          "2s",
          "How long a broadcast outside of a transaction waits for the engine before its publisher gets"
              + " a `BroadcastFailedException`.");

  static final Setting<Duration> ASK_TIMEOUT =
      new Setting<>(
          "cluster.ask-timeout",
          duration("10ms", "1m"),
          "2s",
          "How long a request about a stream of another node waits for that node (503).");

  static final Setting<Long> BUFFER =
      new Setting<>(
          "cluster.buffer",
          size("64KiB", "1GiB"),
          "8MiB",
          "What broadcasts of transactions may take, on this node, until the engine has them. One more"
              + " fails in the transaction, with a `BroadcastFailedException`.");

  static final Setting<Duration> BEAT =
      new Setting<>(
          "cluster.beat",
          duration("100ms", "1m"),
          "1s",
          "How often a node says that it is there. It is cut off if it does not hear itself for 3 beats,"
              + " and gone for the others if they do not hear it for 5. The same on all nodes.");

  static final Setting<Duration> PATIENCE =
      new Setting<>(
          "cluster.patience",
          durationOrZero("1s", "1h", "to end them at once"),
          "30s",
          "How long a node that is cut off keeps its streams; then their clients are told to come back,"
              + " so that they find another node.");

  static final Setting<Duration> RECALL =
      new Setting<>(
          "cluster.recall",
          durationOrZero("1s", "1h", "for none"),
          "30s",
          "How far back a node can restore what the engine has lost; 16MiB at most.");

  /** These settings in the order of the reference. */
  static final List<Setting<?>> ALL =
      List.of(
          ENGINE,
          NAME,
          REDIS_URL,
          REDIS_USER,
          REDIS_PASSWORD,
          REDIS_REPLICAS,
          RETENTION,
          MAX_BYTES,
          SEND_TIMEOUT,
          ASK_TIMEOUT,
          BUFFER,
          BEAT,
          PATIENCE,
          RECALL);

  private ClusterSettings() {}

  /** {@return what is wrong if there is an engine, and no name} */
  static String missingName(Engine engine) {
    return "%s%s is not set, which %1$s%s = %s needs: a name for all nodes of this application, and no other"
        .formatted(GlobalSettings.PREFIX, NAME.name(), ENGINE.name(), SettingType.label(engine));
  }

  /** {@return how old the oldest event is where that is not set} */
  static Duration retention(Stream<Duration> historyTtls) {
    return historyTtls.reduce(LEAST_RETENTION, (a, b) -> a.compareTo(b) < 0 ? b : a);
  }

  /** {@return what the engine may hold where that is not set} */
  static long maxBytes(long historyMaxBytes) {
    return Math.max(historyMaxBytes, LEAST_BYTES);
  }

  private static String name(String text) {
    if (!NAMES.matcher(text).matches()) {
      throw new IllegalArgumentException();
    }
    return text;
  }

  private static <T> SettingType<Optional<T>> orAuto(SettingType<T> type) {
    return new SettingType<>(
        type.allowed() + ", or auto",
        text -> text.equals(AUTO) ? Optional.empty() : Optional.of(type.parse(text)));
  }
}
