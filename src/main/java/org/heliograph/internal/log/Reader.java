package org.heliograph.internal.log;

/** Someone who reads channels. Both questions may come from any thread, and neither may block. */
public interface Reader {

  /** Whether a frame is meant for this reader. */
  boolean maySee(Frame frame);

  /** Whether this reader has gone for good, so that nobody waits for it any longer. */
  boolean isClosed();
}
