package org.heliograph.internal.web;

import java.util.Locale;
import java.util.concurrent.Executor;
import org.heliograph.internal.stream.Wire;
import org.heliograph.internal.wire.ServletWire;
import org.heliograph.internal.wire.SinkWire;

/** Which of the container's ways to write a stream is used. */
public enum Transport {
  /** Whichever is best on this server; on all that are supported, the servlet's. */
  AUTO,

  /** The servlet's non-blocking response stream. */
  SERVLET,

  /** The container's JAX-RS {@code SseEventSink}. */
  JAXRS {
    @Override
    String subPath() {
      return SubPath.SINK;
    }

    @Override
    Wire wire(Executor disposable) {
      return new SinkWire(disposable);
    }
  };

  /** {@return the path, below that of the resource, of the method that starts such a stream} */
  String subPath() {
    return SubPath.SERVLET;
  }

  /**
   * Makes a wire of the kind that the method at {@link #subPath} starts.
   *
   * @param disposable runs what may block
   */
  Wire wire(Executor disposable) {
    return new ServletWire(disposable);
  }

  /** {@return the way that is used, as the setting names it} */
  public String label() {
    return (this == JAXRS ? JAXRS : SERVLET).name().toLowerCase(Locale.ROOT);
  }

  /** The paths of the methods that start a stream, below that of the resource. */
  public static final class SubPath {
    /** The method that starts a {@link ServletWire}. */
    public static final String SERVLET = "servlet";

    /** The method that starts a {@link SinkWire}. */
    public static final String SINK = "sink";

    private SubPath() {}
  }
}
