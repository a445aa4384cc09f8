package org.heliograph.bench.subject;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What processes have used, as Linux counts it in {@code /proc}.
 *
 * @param cpuSeconds of all threads, in user and in system mode
 * @param compilerSeconds what the JIT compilers of JVMs had of these
 * @param residentBytes memory that is theirs now
 */
public record Usage(double cpuSeconds, double compilerSeconds, long residentBytes) {
  /** Nothing has been used. */
  public static final Usage NONE = new Usage(0, 0, 0);

  private static final Path PROC = Path.of("/proc");
  // USER_HZ, which is 100 on every Linux that Java runs on
  private static final double TICKS = 100;
  // in /proc/<pid>/stat after the name: the state is the first, utime the 12th
  private static final int USER_TIME = 11;

  // the beginning of their names, of which Linux keeps 15 characters
  private static final Pattern COMPILER = Pattern.compile("C[12] CompilerThre.*\\s");

  /** {@return what this process has used until now} */
  public static Usage own() throws IOException {
    return of(PROC.resolve("self"));
  }

  static Usage of(ProcessHandle process) throws IOException {
    Usage sum = NONE;
    for (ProcessHandle one : family(process)) {
      try {
        sum = sum.plus(of(PROC.resolve(Long.toString(one.pid()))));
      } catch (NoSuchFileException e) {
        // has just ended
      }
    }
    return sum;
  }

  private static Usage of(Path process) throws IOException {
    long kilobytes =
        Files.readAllLines(process.resolve("status")).stream()
            .filter(line -> line.startsWith("VmRSS:"))
            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
            .sum();
    return new Usage(cpuSeconds(process), compilerSeconds(process), kilobytes * 1024);
  }

  private static double cpuSeconds(Path processOrThread) throws IOException {
    String stat = Files.readString(processOrThread.resolve("stat"));
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    return (Long.parseLong(fields[USER_TIME]) + Long.parseLong(fields[USER_TIME + 1])) / TICKS;
  }

  private static double compilerSeconds(Path process) throws IOException {
    double sum = 0;
    try (DirectoryStream<Path> threads = Files.newDirectoryStream(process.resolve("task"))) {
      for (Path thread : threads) {
        try {
          if (COMPILER.matcher(Files.readString(thread.resolve("comm"))).matches()) {
            sum += cpuSeconds(thread);
          }
        } catch (NoSuchFileException e) {
          // has just ended
        }
      }
    }
    return sum;
  }

  /** {@return this and another together} */
  Usage plus(Usage other) {
    return new Usage(
        cpuSeconds + other.cpuSeconds,
        compilerSeconds + other.compilerSeconds,
        residentBytes + other.residentBytes);
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
