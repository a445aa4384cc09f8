package org.heliograph.internal.testing.redis;

import java.io.IOException;
import java.io.OutputStream;

/** Runs a server of Redis for tests in other languages. */
public final class RedisRun {
  private RedisRun() {}

  /**
   * The process: prints the server's URL, and ends with the server when its standard input ends.
   */
  public static void main(String[] arguments) throws IOException {
    try (RedisServer server = RedisServer.start()) {
      System.out.println(server.url());
      System.in.transferTo(OutputStream.nullOutputStream());
    }
  }
}
