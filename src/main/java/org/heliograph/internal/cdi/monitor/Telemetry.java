package org.heliograph.internal.cdi.monitor;

import io.opentelemetry.api.OpenTelemetry;
import jakarta.enterprise.inject.Instance;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.heliograph.internal.hub.Publisher;
import org.heliograph.internal.monitor.telemetry.MetricExport;
import org.heliograph.internal.monitor.telemetry.RequestSpan;
import org.heliograph.internal.monitor.telemetry.TracedPublisher;
import org.heliograph.internal.signal.SignalSnapshot;
import org.heliograph.internal.web.jaxrs.StreamTrace;

/**
 * OpenTelemetry where the application has a bean of it, as by MicroProfile Telemetry. Where the
 * application does not see its API, nothing of it is loaded.
 */
public final class Telemetry {
  private static final Logger LOGGER = System.getLogger("org.heliograph");
  private static final String API = "io.opentelemetry.api.OpenTelemetry";

  private Telemetry() {}

  /** {@return what has spans made of broadcasts, if anybody wants any} */
  public static UnaryOperator<Publisher> tracing(Instance<Object> beans) {
    return use("spans", () -> Found.tracing(beans)).orElseGet(UnaryOperator::identity);
  }

  /**
   * Has the figures of an application collected.
   *
   * @return what ends that; empty if nobody collects
   */
  static Optional<Runnable> measure(
      Instance<Object> beans, String context, Supplier<SignalSnapshot> signals) {
    return use("metrics", () -> Found.measure(beans, context, signals));
  }

  /** An application does not fail with what watches it. */
  private static <T> Optional<T> use(String what, Supplier<Optional<T>> wish) {
    if (!isThere()) {
      return Optional.empty();
    }
    try {
      return wish.get();
    } catch (RuntimeException | LinkageError e) {
      LOGGER.log(
          Level.WARNING,
          "HELIOGRAPH-0904: OpenTelemetry gets no "
              + what
              + " of the application, because it has failed",
          e);
      return Optional.empty();
    }
  }

  /** {@return what has spans of requests end, though their streams go on} */
  static StreamTrace requests() {
    return isThere() ? Found.requests() : () -> {};
  }

  private static boolean isThere() {
    try {
      Class.forName(API, false, Telemetry.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException | LinkageError e) {
      LOGGER.log(Level.DEBUG, "There is no OpenTelemetry", e);
      return false;
    }
  }

  /** All that touches the API, in a class that is loaded only where that is there. */
  private static final class Found {
    private static Optional<OpenTelemetry> bean(Instance<Object> beans) {
      Instance<OpenTelemetry> found = beans.select(OpenTelemetry.class);
      return found.isResolvable() ? Optional.of(found.get()) : Optional.empty();
    }

    static StreamTrace requests() {
      return RequestSpan::end;
    }

    static Optional<UnaryOperator<Publisher>> tracing(Instance<Object> beans) {
      return bean(beans)
          .filter(one -> one.getTracerProvider() != OpenTelemetry.noop().getTracerProvider())
          .map(one -> one.getTracer(MetricExport.SCOPE))
          .map(tracer -> publisher -> new TracedPublisher(publisher, tracer));
    }

    static Optional<Runnable> measure(
        Instance<Object> beans, String context, Supplier<SignalSnapshot> signals) {
      if (beans.select(OpenTelemetry.class).isAmbiguous()) {
        LOGGER.log(
            Level.WARNING,
            "HELIOGRAPH-0903: OpenTelemetry gets neither metrics nor spans of the application, which"
                + " has several beans of the type {0}: make the right one an @Alternative with a"
                + " @Priority",
            OpenTelemetry.class.getName());
      }
      return bean(beans)
          .map(one -> new MetricExport(one.getMeter(MetricExport.SCOPE), context, signals)::close);
    }
  }
}
