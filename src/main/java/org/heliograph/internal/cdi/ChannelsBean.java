package org.heliograph.internal.cdi;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.sse.SseBroadcaster;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.heliograph.Broadcast;
import org.heliograph.Channels;
import org.heliograph.internal.hub.Connection;
import org.heliograph.internal.hub.Hub;

/** The channels, as applications inject them. */
@ApplicationScoped
public class ChannelsBean implements Channels {
  @Inject Hub hub;

  @Override
  public Target to(String channel) {
    return new HubTarget(hub, Broadcast.to(channel));
  }

  /** A broadcast that is not complete. */
  private record HubTarget(Hub hub, Broadcast broadcast) implements Target {
    @Override
    public Target except(String... clientIds) {
      return new HubTarget(hub, broadcast.except(clientIds));
    }

    @Override
    public Target exceptUsers(String... names) {
      return new HubTarget(hub, broadcast.exceptUsers(names));
    }

    @Override
    public String send(String event, Object data) {
      return publish(broadcast.event(event).data(data));
    }

    @Override
    public String data(Object data) {
      return publish(broadcast.data(data));
    }

    private String publish(Broadcast complete) {
      return hub.publish(hub.prepare(complete)).toString();
    }
  }

  @Override
  public int connectionCount() {
    return hub.streams().all().size();
  }

  @Override
  public int subscriberCount(String channel) {
    return hub.subscriberCount(channel);
  }

  @Override
  public Set<String> activeChannels() {
    return hub.activeChannels();
  }

  @Override
  public boolean disconnect(String client) {
    Optional<Connection> found = hub.streams().find(client);
    found.ifPresent(Connection::close);
    return found.isPresent();
  }

  @Override
  public int revoke(String user, String channel) {
    return hub.streams().revoke(user, channel);
  }

  @Override
  public SseBroadcaster broadcaster(String channel) {
    throw new UnsupportedOperationException("not in this build");
  }

  @Override
  public String connect(SseEventSink sink, Collection<String> channels) {
    throw new UnsupportedOperationException("not in this build");
  }

  @Override
  public String connect(SseEventSink sink, Collection<String> channels, String lastEventId) {
    throw new UnsupportedOperationException("not in this build");
  }
}
