package org.heliograph.it.support.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** What a server has logged from some moment on. */
public final class ServerLog {
  private static final Pattern COLOUR = Pattern.compile("\u001b\\[[0-9;]*m");

  // every server begins a record, and no other line, with a date or a time, maybe in brackets
  private static final Pattern RECORD = Pattern.compile("(?m)^(?=\\[?\\d{1,4}[-/:]\\d)");

  // as Payara, WildFly and Liberty write them, on the first line of a record
  private static final String WARNING_OR_ERROR =
      "(\\[(WARNING|SEVERE)\\]|\\b(WARN|ERROR|FATAL) +\\[| [WEF] )";

  // a warning or error that names us, or a stack trace, whoever logged it
  private static final Pattern COMPLAINT =
      Pattern.compile(
          "(?s)\\A(?=[^\n]*" + WARNING_OR_ERROR + ").*(?i:heliograph)|(?m)^\\s+at [\\w.$/]+\\(");

  // WildFly changes what an exchange has attached on the thread that ends it, without a lock; a
  // task
  // that ends the request at that moment may miss it, and Weld, which it calls, has begun nothing
  private static final String MISSED_ATTACHMENT = "ServletRequestContext.getOverridenSessionId()";
  private static final String NOTHING_BEGUN = "WELD-000717";

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
  public static ServerLog ofContainer() {
    return of(Path.of(System.getProperty("heliograph.server.log")));
  }

  /** {@return this log without the records that the server has written so far} */
  public ServerLog fromNow() {
    return new ServerLog(file, bytes().length);
  }

  /** {@return the text of the log, without colours} */
  public String text() {
    byte[] all = bytes();
    int from = start <= all.length ? start : 0; // at midnight WildFly begins a new file
    String text = new String(all, from, all.length - from, StandardCharsets.UTF_8);
    return COLOUR.matcher(text).replaceAll("");
  }

  /** {@return the records that a normal run must not leave, each of one line or several} */
  public List<String> complaints() {
    List<String> all =
        RECORD
            .splitAsStream(text())
            .filter(record -> COMPLAINT.matcher(record).find())
            .map(String::strip)
            .toList();
    if (all.stream().noneMatch(record -> record.contains(MISSED_ATTACHMENT))) {
      return all;
    }
    return all.stream()
        .filter(record -> !record.contains(MISSED_ATTACHMENT) && !record.contains(NOTHING_BEGUN))
        .toList();
  }

  private byte[] bytes() {
    try {
      return Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
