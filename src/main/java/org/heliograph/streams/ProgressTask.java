package org.heliograph.streams;

/** A job whose progress is told. */
@FunctionalInterface
public interface ProgressTask {

  /**
   * Does the job, on a thread that is interrupted when the stream is stopped or its client goes.
   *
   * @param progress the hand to report by
   * @return an object whose parts become parts of the {@code complete} event, except one that is
   *     named {@code percent}; or null. Anything that JSON-B does not turn into a JSON object fails
   *     the stream
   * @throws StreamException to fail with a message for the reader
   * @throws Exception to fail with a message that gives nothing away; the exception is logged
   */
  Object run(Progress progress) throws Exception;
}
