package org.heliograph.bench.subject;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What processes have used, as Linux counts it in {@code /proc}.
 *
 * @param cpuSeconds of all threads, in user and in system mode
 * @param residentBytes memory that is theirs now
 */
public record Usage(double cpuSeconds, long residentBytes) {
  private static final Path PROC = Path.of("/proc");
  // USER_HZ, which is 100 on every Linux that Java runs on
  private static final double TICKS = 100;
  // in /proc/<pid>/stat after the name: the state is the first, utime the 12th
  private static final int USER_TIME = 11;

  static Usage of(ProcessHandle process) throws IOException {
    Usage sum = new Usage(0, 0);
    for (ProcessHandle one : family(process)) {
      try {
        Usage usage = of(one.pid());
        sum = new Usage(sum.cpuSeconds + usage.cpuSeconds, sum.residentBytes + usage.residentBytes);
      } catch (NoSuchFileException e) {
        // has just ended
      }
    }
    return sum;
  }

  private static Usage of(long pid) throws IOException {
    String stat = Files.readString(PROC.resolve(pid + "/stat"));
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    long ticks = Long.parseLong(fields[USER_TIME]) + Long.parseLong(fields[USER_TIME + 1]);
    long kilobytes =
        Files.readAllLines(PROC.resolve(pid + "/status")).stream()
            .filter(line -> line.startsWith("VmRSS:"))
            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
            .sum();
    return new Usage(ticks / TICKS, kilobytes * 1024);
  }

  /** {@return how many descriptors a process and its children have} */
  static int descriptors(ProcessHandle process) throws IOException {
    int count = 0;
    for (ProcessHandle one : family(process)) {
      try (Stream<Path> files = Files.list(PROC.resolve(one.pid() + "/fd"))) {
        count += (int) files.count();
      } catch (NoSuchFileException e) {
        // has just ended
      }
    }
    return count;
  }

  private static List<ProcessHandle> family(ProcessHandle process) {
    return Stream.concat(Stream.of(process), process.descendants()).toList();
  }
}
