package org.heliograph.internal.cdi;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.ws.rs.sse.SseEventSink;
import java.io.Serializable;
import java.util.List;
import org.heliograph.Channels;
import org.heliograph.internal.eventstream.OwnStreams;
import org.heliograph.internal.hub.Hub;
import org.heliograph.streams.EventStreams;

/**
 * The streams of an application's own, as applications inject them: without a client proxy, as
 * {@link ChannelsBean}.
 */
@ApplicationScoped
@Typed(EventStreamsBean.class)
public class EventStreamsBean implements EventStreams, Serializable {
  private static final long serialVersionUID = 1L;

  // set once, when this bean is made
  private transient Late<OwnStreams> streams;
  private transient Late<Hub> hub;
  private transient Late<Caller> caller;

  @Inject
  void find(BeanManager manager) {
    streams = new Late<>(manager, OwnStreams.class);
    hub = new Late<>(manager, Hub.class);
    caller = new Late<>(manager, Caller.class);
  }

  @Produces
  EventStreams eventStreams() {
    return this;
  }

  private Object writeReplace() {
    return new StoredReference(EventStreams.class);
  }

  @Override
  public SinkTarget to(SseEventSink sink) {
    return streams.get().to(sink, () -> caller.get().prepareStream());
  }

  @Override
  public ChannelTarget to(Channels.Target channel) {
    List<String> names = channel.channels();
    names.forEach(hub.get()::spec);
    return streams.get().to(channel, () -> names.stream().anyMatch(this::isHeard));
  }

  private boolean isHeard(String channel) {
    return hub.get().subscriberCount(channel) > 0;
  }

  @Override
  public int count() {
    return streams.get().count();
  }
}
