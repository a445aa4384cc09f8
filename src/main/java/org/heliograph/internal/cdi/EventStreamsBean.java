package org.heliograph.internal.cdi;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.sse.SseEventSink;
import org.heliograph.Channels;
import org.heliograph.internal.eventstream.OwnStreams;
import org.heliograph.internal.hub.Hub;
import org.heliograph.streams.EventStreams;

/** The streams of an application's own, as applications inject them. */
@ApplicationScoped
public class EventStreamsBean implements EventStreams {
  @Inject OwnStreams streams;
  @Inject Hub hub;
  @Inject Caller caller;

  @Override
  public SinkTarget to(SseEventSink sink) {
    return streams.to(sink, caller::prepareStream);
  }

  @Override
  public ChannelTarget to(Channels.Target channel) {
    String name = channel.channel();
    hub.spec(name);
    return streams.to(channel, () -> hub.subscriberCount(name) > 0);
  }

  @Override
  public int count() {
    return streams.count();
  }
}
