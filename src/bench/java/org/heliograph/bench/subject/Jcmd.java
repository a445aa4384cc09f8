package org.heliograph.bench.subject;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What the JDK's {@code jcmd} asks of another JVM. */
final class Jcmd {
  private static final Path JCMD = Path.of(System.getProperty("java.home"), "bin", "jcmd");

  private Jcmd() {}

  /**
   * {@return what jcmd prints}
   *
   * @param command and its arguments
   * @throws IOException if jcmd reports a failure
   */
  static String run(long pid, String... command) throws IOException {
    List<String> line = new ArrayList<>(List.of(JCMD.toString(), Long.toString(pid)));
    line.addAll(List.of(command));
    Process jcmd = new ProcessBuilder(line).redirectErrorStream(true).start();
    String answer = new String(jcmd.getInputStream().readAllBytes(), UTF_8);
    try {
      if (jcmd.waitFor() != 0) {
        throw new IOException(String.join(" ", line) + " failed: " + answer);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
    return answer;
  }
}
