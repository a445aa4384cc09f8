package org.heliograph.internal.signal;

import java.time.Duration;
import java.util.Map;

/**
 * The figures of one hub, which is one node, at one moment. Immutable.
 *
 * @param now what there is at this moment
 * @param since what has been counted since the hub was made
 * @param written the age of the oldest new event of each drain when the drain had written it: the
 *     time from the log to the socket, in seconds
 * @param drain how long it took to write what one stream was owed, in seconds
 */
public record SignalSnapshot(
    Gauges now, Totals since, HistogramSnapshot written, HistogramSnapshot drain) {

  /**
   * What there is at one moment.
   *
   * @param connections open streams by transport: {@code servlet} or {@code jaxrs}. A client that
   *     has gone is among them until a write to it fails, a heartbeat at the latest
   * @param ownStreams streams of the application's own, to sinks and to channels, that have not
   *     ended; those to sinks are not among the connections
   * @param subscriptions channels of open streams by the pattern that declares them
   * @param historyBytes what the events weigh that are held for those who come back, and for those
   *     who have not got them yet
   * @param slowLane streams that are written to in the slow lane, because a write has blocked
   * @param lag how far this node is behind the log that it shares with others; zero where it shares
   *     none
   */
  public record Gauges(
      Map<String, Long> connections,
      int ownStreams,
      Map<String, Long> subscriptions,
      long historyBytes,
      int slowLane,
      Duration lag) {}

  /**
   * What has been counted since the hub was made; no figure ever falls.
   *
   * @param published events that this node has published, by pattern: one for each channel
   * @param delivered events of channels written to streams: one for each stream, replayed ones
   *     included; neither control events, nor what the application has sent to one client
   * @param gaps times that a client was told of missing events in a channel
   * @param resumesRecovered channels that streams have resumed without a loss
   * @param resumesUnrecovered channels that streams have resumed where events may be missing
   * @param refusals channels and streams refused, by code
   * @param ends streams that have ended, by reason
   * @param replayedBytes bytes of the delivered events that were from before the stream's beginning
   */
  public record Totals(
      Map<String, Long> published,
      long delivered,
      long gaps,
      long resumesRecovered,
      long resumesUnrecovered,
      Map<String, Long> refusals,
      Map<String, Long> ends,
      long replayedBytes) {}
}
