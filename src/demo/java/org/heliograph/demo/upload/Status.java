package org.heliograph.demo.upload;

/**
 * How far an upload is; its state is also the name of the event that tells so.
 *
 * @param state {@code waiting}, {@code progress}, {@code complete} or {@code error}
 * @param percent how much of the file the server has read, from 0 to 100
 * @param bytes how many bytes that is
 * @param total the size of the file in bytes
 * @param message the file's SHA-256 when it is complete, what went wrong after an error, else empty
 */
public record Status(String state, int percent, long bytes, long total, String message) {

  static Status of(String state, long bytes, long total, String message) {
    int percent = total == 0 ? 100 : (int) (bytes * 100 / total);
    return new Status(state, percent, bytes, total, message);
  }
}
