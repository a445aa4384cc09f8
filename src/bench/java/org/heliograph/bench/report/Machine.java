package org.heliograph.bench.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** What the figures of a run depend on beside the subjects. */
public final class Machine {
  private Machine() {}

  /** {@return cores, processor, memory, system and JDK of the machine that this runs on} */
  public static String description() throws IOException {
    String processor = field("cpuinfo", "model name").orElse(System.getProperty("os.arch"));
    Optional<String> kilobytes =
        field("meminfo", "MemTotal").map(size -> size.replaceAll("\\D", ""));
    return String.format(
        Locale.ROOT,
        "%d cores (%s), %s, %s %s, JDK %s",
        Runtime.getRuntime().availableProcessors(),
        processor,
        kilobytes.map(Machine::gibibytes).orElse("memory unknown"),
        System.getProperty("os.name"),
        System.getProperty("os.version"),
        Runtime.version());
  }

  private static String gibibytes(String kilobytes) {
    return String.format(Locale.ROOT, "%.1f GiB", Long.parseLong(kilobytes) / (1024.0 * 1024));
  }

  private static Optional<String> field(String file, String name) throws IOException {
    return Files.readAllLines(Path.of("/proc", file)).stream()
        .filter(line -> line.startsWith(name))
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .findFirst();
  }
}
