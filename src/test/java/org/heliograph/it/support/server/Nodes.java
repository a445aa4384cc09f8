package org.heliograph.it.support.server;

import org.heliograph.internal.testing.redis.RedisServer;

/** What makes a {@link ServerProcess} one of many nodes. */
public final class Nodes {
  private Nodes() {}

  /**
   * {@return options of the JVM for an application that shares its log with others of that Redis}
   */
  public static String[] options(RedisServer redis) {
    return new String[] {
      "-Xmx512m",
      "-Dheliograph.cluster.engine=redis",
      "-Dheliograph.cluster.name=demo",
      "-Dheliograph.cluster.redis.url=" + redis.url(),
      // a machine that is busy with several servers is no failure
      "-Dheliograph.cluster.beat=3s",
      "-Dheliograph.cluster.send-timeout=20s",
      "-Dheliograph.cluster.ask-timeout=5s"
    };
  }
}
