package org.heliograph.internal.eventstream;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.heliograph.Channels;
import org.heliograph.SseEvent;
import org.heliograph.internal.eventstream.life.ChannelOutput;
import org.heliograph.internal.eventstream.life.RunningStream;
import org.heliograph.streams.EventStreams;

/** A channel. Immutable. */
final class ChannelDestination extends Destination implements EventStreams.ChannelTarget {
  private static final SseEvent COMPLETE = SseEvent.named("complete").data(Map.of());

  private final Channels.Target channel;
  private final BooleanSupplier heard;
  private final Optional<Duration> patience;

  ChannelDestination(
      OwnStreams streams,
      Channels.Target channel,
      BooleanSupplier heard,
      Optional<Duration> patience) {
    super(streams, Optional.of(COMPLETE));
    this.channel = channel;
    this.heard = heard;
    this.patience = patience;
  }

  @Override
  RunningStream begin() {
    return streams()
        .begin(
            stream ->
                new ChannelOutput(
                    stream,
                    channel,
                    new ChannelOutput.Listening(heard, patience, streams().around().clock())));
  }

  @Override
  public EventStreams.ChannelTarget stopUnheardAfter(Duration time) {
    requireNonNull(time, "The patience with a channel that nobody listens to is a time, was null");
    if (time.compareTo(Duration.ofMillis(1)) < 0) {
      throw new IllegalArgumentException("A patience is a millisecond or more, was " + time);
    }
    return new ChannelDestination(streams(), channel, heard, Optional.of(time));
  }
}
