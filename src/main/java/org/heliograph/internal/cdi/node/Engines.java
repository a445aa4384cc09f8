package org.heliograph.internal.cdi.node;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import java.util.function.LongSupplier;
import org.heliograph.internal.cluster.EngineRefusedException;
import org.heliograph.internal.cluster.Place;
import org.heliograph.internal.cluster.SharedLog;
import org.heliograph.internal.cluster.UnreachableException;
import org.heliograph.internal.cluster.member.Alone;
import org.heliograph.internal.cluster.member.Member;
import org.heliograph.internal.cluster.member.MemberOptions;
import org.heliograph.internal.cluster.member.Membership;
import org.heliograph.internal.cluster.node.NodeOptions;
import org.heliograph.internal.config.ClusterOptions;
import org.heliograph.internal.redis.RedisLog;
import org.heliograph.internal.redis.RedisOptions;

/**
 * Makes applications nodes of shared logs. The code of an engine, and its library, are loaded if it
 * is configured.
 */
public final class Engines {
  private static final Logger LOGGER = System.getLogger("org.heliograph");

  /** What an application adds that has its log in Redis. */
  static final String JEDIS = "redis.clients:jedis:8.0.2";

  private static final String CLASS_OF_JEDIS = "redis.clients.jedis.Connection";

  /** What a node remembers at most, to restore what the engine has lost. */
  private static final long RECALL_BYTES = 16 << 20;

  private static final String ENGINE = "heliograph.cluster.engine";

  private Engines() {}

  /**
   * Tries to get at the shared log of an application that has one. An engine that does not answer,
   * or refuses for now, is no problem: the node waits for it.
   *
   * @return what keeps the application from ever getting at it, if anything does
   */
  public static Optional<String> problem(ClusterOptions options) {
    if (!options.shared()) {
      return Optional.empty();
    }
    try (SharedLog log = open(options)) {
      log.look(Place.NONE);
      return Optional.empty();
    } catch (UnreachableException e) {
      warn(e);
      return Optional.empty();
    } catch (EngineRefusedException e) {
      if (e.lasting()) {
        return Optional.of(e.getMessage());
      }
      warn(e);
      return Optional.empty();
    } catch (LinkageError e) {
      return Optional.of(misfit(e));
    }
  }

  private static void warn(Exception e) {
    LOGGER.log(
        Level.WARNING,
        "HELIOGRAPH-0111: {0}. The application starts without it, and goes on trying",
        e.getMessage());
  }

  /**
   * Makes an application one of the nodes that its settings name.
   *
   * @param clock milliseconds from any origin
   * @param threads makes the threads of its node
   */
  public static Membership join(ClusterOptions options, LongSupplier clock, ThreadFactory threads) {
    if (!options.shared()) {
      return new Alone();
    }
    ClusterOptions.Times times = options.times();
    NodeOptions node =
        new NodeOptions(
            times.send(),
            options.buffer(),
            times.beat(),
            times.recall(),
            RECALL_BYTES,
            NodeOptions.DEFAULT.readPatience(),
            NodeOptions.DEFAULT.batch());
    return new Member(
        new MemberOptions(node, times.patience(), times.ask(), options.log().maxBytes()),
        open(options),
        clock,
        threads);
  }

  /**
   * Opens the shared log of an application that has one.
   *
   * @throws LinkageError if the library of the engine is missing, or another one than is needed
   */
  static SharedLog open(ClusterOptions options) {
    return switch (options.engine()) {
      case NONE -> throw new IllegalArgumentException("There is no engine");
      case REDIS -> Redis.open(options);
    };
  }

  private static String misfit(LinkageError e) {
    return e instanceof NoClassDefFoundError && e.getMessage().equals(CLASS_OF_JEDIS)
        ? "%s = redis needs a library that the application has not: add %s to it"
            .formatted(ENGINE, JEDIS)
        : "%s = redis needs the library %s; the application has another one, which does not fit: %s"
            .formatted(ENGINE, JEDIS, e);
  }

  /**
   * All that touches the code of Redis, in a class that is loaded only where that is the engine.
   */
  private static final class Redis {
    /** For a connection and for an answer: a node that waits longer is taken for cut off. */
    private static final int BEATS = 3;

    static SharedLog open(ClusterOptions options) {
      requireJedis();
      ClusterOptions.Redis redis = options.redis();
      return new RedisLog(
          new RedisOptions(
              options.name().orElseThrow(),
              redis.url(),
              redis.user(),
              redis.password(),
              redis.replicas(),
              options.log().maxBytes(),
              options.log().retention(),
              options.times().beat().multipliedBy(BEATS),
              Optional.empty()));
    }

    /** Else it would be missed in the middle of something, on any thread. */
    private static void requireJedis() {
      try {
        Class.forName(CLASS_OF_JEDIS, false, Engines.class.getClassLoader());
      } catch (ClassNotFoundException e) {
        NoClassDefFoundError missing = new NoClassDefFoundError(CLASS_OF_JEDIS);
        missing.initCause(e);
        throw missing;
      }
    }
  }
}
