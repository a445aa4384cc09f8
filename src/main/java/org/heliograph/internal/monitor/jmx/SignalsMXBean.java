package org.heliograph.internal.monitor.jmx;

import java.util.Map;

/**
 * What an application's hub does on this node, as consoles of JMX show it. Figures that are counted
 * begin at zero when the application starts, and never fall. What each one means, and when to
 * worry, is in {@code src/docs/how-to/monitoring.md}.
 */
public interface SignalsMXBean {

  /** {@return the open streams by transport} */
  Map<String, Long> getConnections();

  /** {@return the streams that {@code EventStreams} has begun and that have not ended} */
  int getOwnStreams();

  /** {@return the subscriptions of open streams by pattern} */
  Map<String, Long> getSubscriptions();

  /** {@return what the events weigh that are held, in bytes} */
  long getHistoryBytes();

  /** {@return how many streams have a place in the slow lane} */
  int getSlowLane();

  /** {@return how far this node is behind the log that it shares, in milliseconds} */
  long getClusterLagMillis();

  /** {@return the events that this node has published, by pattern} */
  Map<String, Long> getPublished();

  /** {@return the events of channels written to streams, one for each stream} */
  long getDelivered();

  /** {@return how often a client was told of missing events} */
  long getGaps();

  /** {@return the channels resumed without a loss} */
  long getResumesRecovered();

  /** {@return the channels resumed where events may be missing} */
  long getResumesUnrecovered();

  /** {@return what was refused, by code} */
  Map<String, Long> getRefusals();

  /** {@return the streams that have ended, by reason} */
  Map<String, Long> getEnds();

  /** {@return the bytes of the events that were replayed} */
  long getReplayedBytes();

  /** {@return how many ages have been recorded, one a drain that has written a new event} */
  long getEventAgeCount();

  /** {@return all recorded ages together, in seconds} */
  double getEventAgeSum();

  /** {@return the ages recorded, by the largest of each bucket in seconds; cumulative} */
  Map<String, Long> getEventAgeBuckets();

  /** {@return how many drains have written events, or told of a gap} */
  long getDrainCount();

  /** {@return how long these drains have taken together, in seconds} */
  double getDrainSum();

  /** {@return these drains by the longest of each bucket in seconds; cumulative} */
  Map<String, Long> getDrainBuckets();
}
