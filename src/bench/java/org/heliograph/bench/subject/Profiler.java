package org.heliograph.bench.subject;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Optional;

/**
 * Profiles a JVM with async-profiler, which it loads into the JVM: {@code
 * https://github.com/async-profiler/async-profiler}. Knows what to profile, and nothing of the JVM.
 */
public final class Profiler {
  private static final Path FOLDER = Path.of("target", "bench").toAbsolutePath();

  /** What is profiled. */
  public enum Kind {
    /** Where CPU time goes, with a sample for each millisecond of it. */
    CPU("event=ctimer,interval=1ms,threads", ""),
    /** What is allocated, in bytes, with a sample for each 64 KiB of it. */
    ALLOC("alloc=64k", ",total");

    private final String event;
    private final String output;

    Kind(String event, String output) {
      this.event = event;
      this.output = output;
    }

    /** {@return its name in files and reports} */
    public String label() {
      return toString().toLowerCase(Locale.ROOT);
    }
  }

  private final Kind kind;
  private final Path library;

  private Profiler(Kind kind, Path library) {
    this.kind = kind;
    this.library = library;
  }

  /**
   * Checks what the system property {@code profile} asks for.
   *
   * @throws IllegalArgumentException if nothing can be profiled so
   */
  public static void check() throws IOException {
    chosen();
  }

  /**
   * {@return a profiler of what the system property {@code profile} asks for; empty if for nothing}
   */
  static Optional<Profiler> chosen() throws IOException {
    return switch (System.getProperty("profile", "none")) {
      case "none" -> Optional.empty();
      case "cpu" -> Optional.of(new Profiler(Kind.CPU, unpacked()));
      case "alloc" -> Optional.of(new Profiler(Kind.ALLOC, unpacked()));
      default ->
          throw new IllegalArgumentException(
              "The property profile is cpu, alloc or none, was " + System.getProperty("profile"));
    };
  }

  Kind kind() {
    return kind;
  }

  /** Begins to profile a JVM. */
  void start(long pid) throws IOException {
    run(pid, "start," + kind.event);
  }

  /**
   * Ends what {@link #start} has begun.
   *
   * @param name of the file to write, without its extension
   * @return the file, with a stack and its weight in each line
   */
  Path stop(long pid, String name) throws IOException {
    Path file = FOLDER.resolve(name + "-" + kind.label() + ".txt");
    run(pid, "stop,collapsed,ann" + kind.output + ",file=" + file);
    return file;
  }

  /** jcmd would take what has an equals sign for an option of its own, were it not quoted. */
  private void run(long pid, String command) throws IOException {
    String answer = Jcmd.run(pid, "JVMTI.agent_load", library.toString(), "\"" + command + "\"");
    if (!answer.contains("return code: 0")) {
      throw new IOException("async-profiler did not " + command + ": " + answer);
    }
  }

  private static Path unpacked() throws IOException {
    String system = System.getProperty("os.arch").equals("aarch64") ? "arm64" : "x64";
    String name = "/linux-" + system + "/libasyncProfiler.so";
    Path library = FOLDER.resolve("libasyncProfiler.so");
    try (InputStream resource = Profiler.class.getResourceAsStream(name)) {
      if (resource == null) {
        throw new IOException("The class path lacks async-profiler's " + name);
      }
      Files.copy(resource, library, StandardCopyOption.REPLACE_EXISTING);
    }
    return library;
  }
}
