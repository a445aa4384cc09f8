package org.heliograph.demo.upload;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Reads one file, and tells of every percent. */
final class Reading {
  private static final int BUFFER_BYTES = 64 * 1024;

  private final long total;
  private final long bytesPerSecond;
  private final Consumer<Status> report;
  private final MessageDigest digest = sha256();

  private long bytes;
  private int told;

  /**
   * @param total the size of the file
   * @param bytesPerSecond how fast it may be read at most; 0 for as fast as it comes
   */
  Reading(long total, long bytesPerSecond, Consumer<Status> report) {
    this.total = total;
    this.bytesPerSecond = bytesPerSecond;
    this.report = report;
  }

  /** Reads to the end, and tells how it ended. */
  Status read(InputStream body) {
    Status last;
    try {
      drain(body);
      last =
          bytes == total
              ? status("complete", HexFormat.of().formatHex(digest.digest()))
              : status("error", "The file has another size than was said.");
    } catch (IOException e) {
      last = status("error", "The connection broke before all of the file was here.");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      last = status("error", "The server is stopping.");
    }
    report.accept(last);
    return last;
  }

  private void drain(InputStream body) throws IOException, InterruptedException {
    byte[] buffer = new byte[BUFFER_BYTES];
    long start = System.nanoTime();
    for (int read; bytes <= total && (read = body.read(buffer)) >= 0; ) {
      digest.update(buffer, 0, read);
      bytes += read;
      tell();
      pace(start);
    }
  }

  private void tell() {
    Status status = status("progress", "");
    if (status.percent() > told && bytes < total) {
      told = status.percent();
      report.accept(status);
    }
  }

  // a file from this very machine would be here before anybody could see it come
  private void pace(long start) throws InterruptedException {
    if (bytesPerSecond > 0) {
      long due = start + (long) (1e9 * bytes / bytesPerSecond);
      TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
    }
  }

  private Status status(String state, String message) {
    return Status.of(state, Math.min(bytes, total), total, message);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
