package org.heliograph.internal.monitor.telemetry;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.BatchCallback;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.metrics.ObservableDoubleMeasurement;
import io.opentelemetry.api.metrics.ObservableLongMeasurement;
import io.opentelemetry.api.metrics.ObservableMeasurement;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;
import org.heliograph.internal.signal.SignalSnapshot;

/**
 * Has OpenTelemetry read the figures of one hub whenever it collects: nothing is reported while the
 * hub works. Thread-safe.
 */
public final class MetricExport implements AutoCloseable {
  /** The name of what makes the metrics and spans. */
  public static final String SCOPE = "org.heliograph";

  private static final AttributeKey<Boolean> RECOVERED = AttributeKey.booleanKey("recovered");

  private final Supplier<SignalSnapshot> signals;
  private final Attributes application;
  private final Map<Metric, ObservableLongMeasurement> longs = new EnumMap<>(Metric.class);
  private final ObservableDoubleMeasurement lag;
  private final HistogramExport ages;
  private final HistogramExport drains;
  private final BatchCallback callback;

  /**
   * Begins to answer collections.
   *
   * @param context the context root of the application, empty for that of the server
   */
  public MetricExport(Meter meter, String context, Supplier<SignalSnapshot> signals) {
    this.signals = signals;
    this.application =
        Attributes.of(AttributeKey.stringKey("application"), context.isEmpty() ? "/" : context);
    SignalSnapshot first = signals.get();
    this.ages = new HistogramExport(meter, Metric.AGE, first.written().bounds(), application);
    this.drains = new HistogramExport(meter, Metric.DRAIN, first.drain().bounds(), application);
    this.lag =
        meter
            .gaugeBuilder(Metric.LAG.id())
            .setUnit(Metric.LAG.unit())
            .setDescription(Metric.LAG.description())
            .buildObserver();
    for (Metric metric : Metric.values()) {
      if (metric != Metric.LAG && metric.kind() != Metric.Kind.HISTOGRAM) {
        longs.put(metric, observer(meter, metric));
      }
    }
    this.callback =
        meter.batchCallback(
            this::observe, lag, longs.values().toArray(ObservableMeasurement[]::new));
  }

  private static ObservableLongMeasurement observer(Meter meter, Metric metric) {
    return switch (metric.kind()) {
      case COUNTER ->
          meter
              .counterBuilder(metric.id())
              .setUnit(metric.unit())
              .setDescription(metric.description())
              .buildObserver();
      case UP_DOWN ->
          meter
              .upDownCounterBuilder(metric.id())
              .setUnit(metric.unit())
              .setDescription(metric.description())
              .buildObserver();
      case GAUGE ->
          meter
              .gaugeBuilder(metric.id())
              .ofLongs()
              .setUnit(metric.unit())
              .setDescription(metric.description())
              .buildObserver();
      case HISTOGRAM -> throw new IllegalArgumentException(metric + " is not observed");
    };
  }

  private void observe() {
    SignalSnapshot snapshot = signals.get(); // first: the hub is not asked within the monitor
    observe(snapshot.now());
    observe(snapshot.since());
    advance(snapshot);
  }

  private synchronized void advance(SignalSnapshot snapshot) {
    ages.advance(snapshot.written());
    drains.advance(snapshot.drain());
  }

  private void observe(SignalSnapshot.Gauges now) {
    tell(Metric.CONNECTIONS, "transport", now.connections());
    tell(Metric.OWN_STREAMS, now.ownStreams());
    tell(Metric.SUBSCRIPTIONS, "pattern", now.subscriptions());
    tell(Metric.HISTORY, now.historyBytes());
    tell(Metric.SLOW_LANE, now.slowLane());
    lag.record(now.lag().toMillis() / 1e3, application);
  }

  private void observe(SignalSnapshot.Totals since) {
    tell(Metric.PUBLISHED, "pattern", since.published());
    tell(Metric.DELIVERED, since.delivered());
    tell(Metric.GAPS, since.gaps());
    tell(Metric.REFUSALS, "code", since.refusals());
    tell(Metric.ENDS, "reason", since.ends());
    tell(Metric.REPLAYED, since.replayedBytes());
    resumes(true, since.resumesRecovered());
    resumes(false, since.resumesUnrecovered());
  }

  private void resumes(boolean recovered, long count) {
    longs
        .get(Metric.RESUMES)
        .record(count, application.toBuilder().put(RECOVERED, recovered).build());
  }

  private void tell(Metric metric, long value) {
    longs.get(metric).record(value, application);
  }

  private void tell(Metric metric, String label, Map<String, Long> values) {
    AttributeKey<String> key = AttributeKey.stringKey(label);
    values.forEach(
        (name, value) ->
            longs.get(metric).record(value, application.toBuilder().put(key, name).build()));
  }

  /** Answers no collection any more. */
  @Override
  public void close() {
    callback.close();
  }
}
