package org.heliograph.bench.subject;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.heliograph.internal.testing.redis.RedisServer;
import org.heliograph.internal.testing.redis.Sentinels;

/** The Redis that keeps the log of a cluster. */
public final class Engine implements AutoCloseable {
  /** What the nodes are called together. */
  static final String NAME = "bench";

  private static final Pattern PROCESS = Pattern.compile("process_id:(\\d+)");
  private static final Pattern VERSION = Pattern.compile("(redis|valkey)_version:([\\w.]+)");
  private static final Pattern CALLS =
      Pattern.compile("cmdstat_(?:xread|evalsha|eval|xrange):calls=(\\d+)");

  private final RedisServer primary;
  private final List<ProcessHandle> processes = new ArrayList<>();

  private Optional<RedisServer> replica = Optional.empty();
  private Optional<Sentinels> sentinels = Optional.empty();

  private Engine(RedisServer primary) {
    this.primary = primary;
  }

  private static ProcessHandle process(RedisServer server) {
    return PROCESS
        .matcher(server.info("server"))
        .results()
        .map(found -> Long.parseLong(found.group(1)))
        .flatMap(pid -> ProcessHandle.of(pid).stream())
        .findFirst()
        .orElseThrow();
  }

  /** Starts one Redis, as it is without any configuration but that it saves nothing. */
  static Engine alone() throws IOException {
    return started(false);
  }

  /** Starts a Redis with a replica, and three Sentinels that watch them. */
  static Engine guarded() throws IOException {
    return started(true);
  }

  private static Engine started(boolean guarded) throws IOException {
    Engine engine = new Engine(RedisServer.start());
    try {
      engine.processes.add(process(engine.primary));
      if (guarded) {
        engine.guard();
      }
    } catch (IOException | RuntimeException e) {
      engine.close();
      throw e;
    }
    return engine;
  }

  private void guard() throws IOException {
    RedisServer second = RedisServer.start();
    replica = Optional.of(second);
    processes.add(process(second));
    second.replicate(primary);
    sentinels = Optional.of(Sentinels.watching(primary));
  }

  /** {@return what it is, and in which version} */
  public String version() {
    return VERSION
        .matcher(primary.info("server"))
        .results()
        .map(found -> found.group(1) + " " + found.group(2))
        .findFirst()
        .orElseThrow();
  }

  String url() {
    return sentinels.map(Sentinels::url).orElse(primary.url());
  }

  /** {@return what Redis has used until now, its replica included} */
  public Usage usage() throws IOException {
    Usage sum = Usage.NONE;
    for (ProcessHandle process : processes) {
      if (process.isAlive()) {
        sum = sum.plus(Usage.of(process));
      }
    }
    return sum;
  }

  /** {@return how often nodes have asked the primary for anything, or appended} */
  public long calls() {
    return CALLS
        .matcher(primary.info("commandstats"))
        .results()
        .mapToLong(found -> Long.parseLong(found.group(1)))
        .sum();
  }

  /** {@return how large the log is, in bytes of its entries} */
  public long logBytes() {
    return Long.parseLong(primary.text("HGET", "heliograph:{" + NAME + "}:meta", "bytes"));
  }

  /** Whether another server can take over. */
  public boolean hasReplica() {
    return replica.isPresent();
  }

  /** Ends the primary, as a crash would. */
  public void killPrimary() {
    primary.kill();
  }

  /** Whether a Sentinel has said that the replica is the primary now. */
  public boolean hasSwitched() {
    return sentinels.filter(all -> all.haveSaid("+switch-master")).isPresent();
  }

  @Override
  public void close() {
    sentinels.ifPresent(Sentinels::close);
    replica.ifPresent(RedisServer::close);
    primary.close();
  }
}
