package org.heliograph.internal.testing.redis;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The executable of Redis or Valkey: that which the system property {@code heliograph.test.redis}
 * names, or one of the PATH, or else the Redis 6.2 that an artifact of the tests brings.
 */
final class RedisExecutable {
  private static final List<String> NAMES = List.of("redis-server", "valkey-server");

  private static final Map<String, String> BROUGHT =
      Map.of(
          "linux amd64", "redis-server-6.2.6-v5-linux-amd64",
          "linux aarch64", "redis-server-6.2.7-linux-arm64",
          "mac os x x86_64", "redis-server-6.2.6-v5-darwin-amd64",
          "mac os x aarch64", "redis-server-6.2.6-v5-darwin-arm64");

  private RedisExecutable() {}

  static synchronized Path find() throws IOException {
    Optional<Path> installed =
        Optional.ofNullable(System.getProperty("heliograph.test.redis"))
            .map(Path::of)
            .or(RedisExecutable::onThePath);
    return installed.isPresent() ? installed.get() : brought();
  }

  private static Optional<Path> onThePath() {
    return NAMES.stream()
        .flatMap(
            name ->
                Stream.of(System.getenv("PATH").split(File.pathSeparator))
                    .map(folder -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static Path brought() throws IOException {
    String system = System.getProperty("os.name") + ' ' + System.getProperty("os.arch");
    String name = BROUGHT.get(system.toLowerCase(Locale.ROOT));
    if (name == null) {
      throw new IllegalStateException(
          "The tests bring no Redis for %s: install redis-server or valkey-server"
              .formatted(system));
    }
    Path target = Path.of("target", "redis", name).toAbsolutePath();
    if (Files.notExists(target)) {
      Files.createDirectories(target.getParent());
      Path part = Files.createTempFile(target.getParent(), name, ".part");
      try (InputStream in = RedisExecutable.class.getResourceAsStream('/' + name)) {
        Files.write(part, in.readAllBytes());
      }
      if (!part.toFile().setExecutable(true)) {
        throw new IOException("Cannot make " + part + " executable");
      }
      Files.move(part, target);
    }
    return target;
  }
}
