package org.heliograph.demo;

/**
 * What {@link org.heliograph.streams.EventStreams#to streams of progress} send beside what the job
 * itself returns, for {@link org.heliograph.Emits}.
 */
public final class JobEvents {
  private JobEvents() {}

  /**
   * How far a job is.
   *
   * @param percent how much is done, from 0 to 100
   * @param message what the job is doing
   */
  public record Step(int percent, String message) {}

  /**
   * Why a job has failed.
   *
   * @param message a reason that is fit for its reader
   */
  public record Failure(String message) {}
}
