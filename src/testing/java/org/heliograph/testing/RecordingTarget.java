package org.heliograph.testing;

import java.util.List;
import java.util.Objects;
import org.heliograph.Broadcast;
import org.heliograph.Channels;

/**
 * A channel of {@link RecordingChannels}, less those who shall not get the event. Immutable.
 *
 * @param recorder where events are recorded
 * @param broadcast what has been said so far
 */
record RecordingTarget(RecordingChannels recorder, Broadcast broadcast) implements Channels.Target {
  @Override
  public String channel() {
    return broadcast.channel();
  }

  @Override
  public List<String> channels() {
    return broadcast.channels();
  }

  @Override
  public Channels.Target except(String... clientIds) {
    return new RecordingTarget(recorder, broadcast.except(clientIds));
  }

  @Override
  public Channels.Target exceptUsers(String... names) {
    return new RecordingTarget(recorder, broadcast.exceptUsers(names));
  }

  @Override
  public String send(String event, Object data) {
    Objects.requireNonNull(event, "event is null; data(…) sends an event without a name");
    return recorder.record(broadcast.event(event).data(data));
  }

  @Override
  public String data(Object data) {
    return recorder.record(broadcast.data(data));
  }
}
