package org.heliograph.internal.web;

/** Which of the container's ways to write a stream is used. */
public enum Transport {
  /** What is best on this server: the servlet's. */
  AUTO,
  /** The servlet's non-blocking response stream. */
  SERVLET,
  /** The container's JAX-RS {@code SseEventSink}. */
  JAXRS
}
