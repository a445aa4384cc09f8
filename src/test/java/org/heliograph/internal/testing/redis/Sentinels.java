package org.heliograph.internal.testing.redis;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.heliograph.internal.testing.Ports;

/** Three Sentinels that watch one primary, which they know as {@code primary}. */
public final class Sentinels implements AutoCloseable {
  private static final int COUNT = 3;
  private static final int DOWN_AFTER_MILLIS = 400;

  private final List<RedisProcess> processes = new ArrayList<>();
  private final List<Integer> ports = new ArrayList<>();

  private Sentinels() {}

  /**
   * Starts them, and waits until they know the primary, its replica and each other.
   *
   * @param lines more of their configuration
   */
  public static Sentinels watching(RedisServer primary, String... lines) throws IOException {
    Sentinels sentinels = new Sentinels();
    try {
      for (int i = 0; i < COUNT; i++) {
        sentinels.startOne(primary, String.join("\n", lines));
      }
      await("Sentinels that know all")
          .atMost(Duration.ofSeconds(30))
          .pollInterval(Duration.ofMillis(50))
          .until(sentinels::knowAll);
    } catch (IOException | RuntimeException e) {
      sentinels.close();
      throw e;
    }
    return sentinels;
  }

  private void startOne(RedisServer primary, String lines) throws IOException {
    int port = Ports.free();
    Path folder = RedisProcess.newFolder();
    Path configuration = folder.resolve("sentinel.conf");
    Files.writeString(
        configuration,
        """
        port %d
        bind 127.0.0.1
        sentinel monitor primary 127.0.0.1 %d 2
        sentinel down-after-milliseconds primary %d
        sentinel failover-timeout primary 3000
        %s
        """
            .formatted(port, primary.port(), DOWN_AFTER_MILLIS, lines));
    RedisProcess process =
        new RedisProcess(folder, List.of(configuration.toString(), "--sentinel"));
    process.start();
    processes.add(process);
    ports.add(port);
  }

  private boolean knowAll() {
    return processes.stream()
        .map(RedisProcess::text)
        .allMatch(
            log -> log.contains("+slave ") && log.split("\\+sentinel ", -1).length > COUNT - 1);
  }

  /**
   * {@return whether one of them has said so of a failover, for instance {@code +switch-master}}
   */
  public boolean haveSaid(String event) {
    return processes.stream().map(RedisProcess::text).anyMatch(log -> log.contains(event));
  }

  public String url() {
    return ports.stream()
        .map(port -> "127.0.0.1:" + port)
        .collect(Collectors.joining(",", "redis-sentinel://", "/primary"));
  }

  @Override
  public void close() {
    processes.forEach(RedisProcess::kill);
  }
}
