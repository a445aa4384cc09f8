package org.heliograph.demo.upload;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import org.heliograph.streams.Progress;
import org.heliograph.streams.ProgressTask;
import org.heliograph.streams.StreamException;

/** Reads one file, and tells of every percent. */
final class Reading implements ProgressTask {
  private static final int BUFFER_BYTES = 64 * 1024;

  private final InputStream body;
  private final long total;
  private final long bytesPerSecond;

  /**
   * Makes the task.
   *
   * @param body the file
   * @param total the size of the file
   * @param bytesPerSecond how fast it may be read at most; 0 for as fast as it comes
   */
  Reading(InputStream body, long total, long bytesPerSecond) {
    this.body = body;
    this.total = total;
    this.bytesPerSecond = bytesPerSecond;
  }

  /**
   * What is left of a file.
   *
   * @param sha256 its hash
   */
  public record Received(String sha256) {}

  @Override
  public Received run(Progress progress) throws Exception {
    MessageDigest digest = sha256();
    try {
      read(digest, progress);
    } catch (IOException e) {
      throw new StreamException("The connection broke before all of the file was here.", e);
    }
    return new Received(HexFormat.of().formatHex(digest.digest()));
  }

  private void read(MessageDigest digest, Progress progress)
      throws IOException, InterruptedException {
    byte[] buffer = new byte[BUFFER_BYTES];
    long start = System.nanoTime();
    long bytes = 0;
    for (int read; bytes <= total && (read = body.read(buffer)) >= 0; ) {
      digest.update(buffer, 0, read);
      bytes += read;
      // always the same words: what would say nothing new is not sent
      progress.update((int) Math.min(100, bytes * 100 / Math.max(1, total)), "Reading");
      pace(start, bytes);
    }
    if (bytes != total) {
      throw new StreamException("The file has another size than was said.");
    }
  }

  // a file from this very machine would be here before anybody could see it come
  private void pace(long start, long bytes) throws InterruptedException {
    if (bytesPerSecond > 0) {
      long due = start + (long) (1e9 * bytes / bytesPerSecond);
      TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
