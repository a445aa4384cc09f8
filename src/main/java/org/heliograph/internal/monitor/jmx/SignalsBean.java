package org.heliograph.internal.monitor.jmx;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.heliograph.internal.signal.HistogramSnapshot;
import org.heliograph.internal.signal.SignalSnapshot;

/** Answers JMX with the figures of one hub. Thread-safe. */
final class SignalsBean implements SignalsMXBean {
  private final Supplier<SignalSnapshot> signals;

  SignalsBean(Supplier<SignalSnapshot> signals) {
    this.signals = signals;
  }

  private SignalSnapshot.Gauges now() {
    return signals.get().now();
  }

  private SignalSnapshot.Totals since() {
    return signals.get().since();
  }

  @Override
  public Map<String, Long> getConnections() {
    return now().connections();
  }

  @Override
  public int getOwnStreams() {
    return now().ownStreams();
  }

  @Override
  public Map<String, Long> getSubscriptions() {
    return now().subscriptions();
  }

  @Override
  public long getHistoryBytes() {
    return now().historyBytes();
  }

  @Override
  public int getSlowLane() {
    return now().slowLane();
  }

  @Override
  public long getClusterLagMillis() {
    return now().lag().toMillis();
  }

  @Override
  public Map<String, Long> getPublished() {
    return since().published();
  }

  @Override
  public long getDelivered() {
    return since().delivered();
  }

  @Override
  public long getGaps() {
    return since().gaps();
  }

  @Override
  public long getResumesRecovered() {
    return since().resumesRecovered();
  }

  @Override
  public long getResumesUnrecovered() {
    return since().resumesUnrecovered();
  }

  @Override
  public Map<String, Long> getRefusals() {
    return since().refusals();
  }

  @Override
  public Map<String, Long> getEnds() {
    return since().ends();
  }

  @Override
  public long getReplayedBytes() {
    return since().replayedBytes();
  }

  @Override
  public long getEventAgeCount() {
    return signals.get().written().count();
  }

  @Override
  public double getEventAgeSum() {
    return signals.get().written().sum();
  }

  @Override
  public Map<String, Long> getEventAgeBuckets() {
    return cumulative(signals.get().written());
  }

  @Override
  public long getDrainCount() {
    return signals.get().drain().count();
  }

  @Override
  public double getDrainSum() {
    return signals.get().drain().sum();
  }

  @Override
  public Map<String, Long> getDrainBuckets() {
    return cumulative(signals.get().drain());
  }

  private static Map<String, Long> cumulative(HistogramSnapshot histogram) {
    Map<String, Long> cumulative = new LinkedHashMap<>();
    long count = 0;
    for (int i = 0; i < histogram.bounds().size(); i++) {
      count += histogram.buckets().get(i).count();
      cumulative.put(String.valueOf(histogram.bounds().get(i)), count);
    }
    cumulative.put("+Inf", histogram.count());
    return cumulative;
  }
}
