package org.heliograph.it.support.http;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A client in a process of its own, which can be killed as no thread can. */
public final class ReaderProcess implements AutoCloseable {
  private final Process process;

  private ReaderProcess(Process process) {
    this.process = process;
  }

  /** The process: prints what it reads. */
  public static void main(String[] arguments) throws IOException {
    try (InputStream body = URI.create(arguments[0]).toURL().openStream()) {
      for (int next = body.read(); next >= 0; next = body.read()) {
        System.out.write(next);
        System.out.flush();
      }
    }
  }

  /** Starts to read a stream, and waits for a line that contains a text. */
  public static ReaderProcess read(URI stream, String text) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                Path.of("target", "test-classes").toString(),
                ReaderProcess.class.getName(),
                stream.toString())
            .redirectErrorStream(true)
            .start();
    BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
    StringBuilder read = new StringBuilder();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.contains(text)) {
        return new ReaderProcess(process);
      }
      read.append(line).append('\n');
    }
    throw new AssertionError("The reader ended without " + text + ":\n" + read);
  }

  /** Kills the process, by SIGKILL where there are signals. */
  @Override
  public void close() {
    process.destroyForcibly();
  }
}
