package org.heliograph.it;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** What a server has logged from some moment on. */
final class ServerLog {
  private static final Pattern COLOUR = Pattern.compile("\u001b\\[[0-9;]*m");

  // a warning or error that names us, or a stack trace, whoever logged it
  private static final Pattern COMPLAINT =
      Pattern.compile("(WARN|ERROR|SEVERE|FATAL).*(?i:heliograph)|^\\s+at [\\w.$/]+\\(");

  private final Path file;
  private final int start;

  private ServerLog(Path file, int start) {
    this.file = file;
    this.start = start;
  }

  /** The whole log in a file, which need not exist yet. */
  static ServerLog of(Path file) {
    return new ServerLog(file, 0);
  }

  /** The log of the server that Arquillian deploys to. */
  static ServerLog ofContainer() {
    return of(Path.of(System.getProperty("heliograph.server.log")));
  }

  /** The same log, with all that is in it by now left out. */
  ServerLog fromNow() {
    return new ServerLog(file, bytes().length);
  }

  String text() {
    byte[] all = bytes();
    String text = new String(all, start, all.length - start, StandardCharsets.UTF_8);
    return COLOUR.matcher(text).replaceAll("");
  }

  /** The lines that a normal run must not leave: empty if there are none. */
  String complaints() {
    return text()
        .lines()
        .filter(line -> COMPLAINT.matcher(line).find())
        .collect(joining(System.lineSeparator()));
  }

  private byte[] bytes() {
    try {
      return Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
