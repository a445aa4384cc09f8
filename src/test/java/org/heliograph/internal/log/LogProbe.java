package org.heliograph.internal.log;

import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Looks into a hub's log from outside its room. */
public final class LogProbe {
  private LogProbe() {}

  /** The sequences that a channel's ring holds, in order. */
  public static List<Long> held(HubLog<?> log, String channel) {
    return frames(log, channel).map(Frame::sequence).toList();
  }

  private static Stream<Frame> frames(HubLog<?> log, String channel) {
    return log.find(channel).stream()
        .map(ChannelState::log)
        .flatMap(ring -> LongStream.range(ring.first(), ring.next()).mapToObj(ring::get));
  }

  /** What a channel's ring and what it owes weigh together. */
  public static long weight(HubLog<?> log, String channel) {
    long owed =
        log.find(channel).orElseThrow().log().conflation().frames().stream()
            .mapToLong(Frame::weight)
            .sum();
    return owed + frames(log, channel).mapToLong(Frame::weight).sum();
  }

  /** The sequences of the frames that a channel owes beside those of its ring. */
  public static List<Long> owed(HubLog<?> log, String channel) {
    return log.find(channel).orElseThrow().log().conflation().frames().stream()
        .map(Frame::sequence)
        .toList();
  }
}
