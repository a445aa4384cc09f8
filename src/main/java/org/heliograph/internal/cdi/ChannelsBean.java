package org.heliograph.internal.cdi;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.sse.SseBroadcaster;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.heliograph.Broadcast;
import org.heliograph.Channels;
import org.heliograph.internal.hub.ChannelBroadcaster;
import org.heliograph.internal.hub.Hub;
import org.heliograph.internal.hub.SinkClaims;
import org.heliograph.internal.log.EventFormat;
import org.heliograph.internal.log.Position;
import org.heliograph.internal.stream.Connection;
import org.heliograph.internal.stream.request.Grant;
import org.heliograph.internal.stream.request.Inquiry;
import org.heliograph.internal.stream.request.Source;
import org.heliograph.internal.stream.request.StreamRequest;
import org.heliograph.internal.wire.SinkWire;

/** The channels, as applications inject them. */
@ApplicationScoped
public class ChannelsBean implements Channels {
  @Inject Hub hub;
  @Inject Caller caller;

  private final SinkClaims claims = new SinkClaims();
  private final ChannelBroadcaster.Attacher sinks = new CallersSinks();

  /** Makes sinks streams of whoever has sent the request. */
  private final class CallersSinks implements ChannelBroadcaster.Attacher {
    @Override
    public Optional<String> user() {
      return caller.name();
    }

    @Override
    public Connection attach(SseEventSink sink, StreamRequest request) {
      try (Inquiry inquiry = hub.withdrawals().begin(request.user(), caller.session())) {
        caller.preparePromptness();
        Connection connection = SinkWire.attach(hub, sink, request.inquiredBy(inquiry));
        hub.withdrawals().settle(connection, inquiry, true);
        return connection;
      }
    }
  }

  @Override
  public Target to(String channel) {
    return new HubTarget(hub, Broadcast.to(channel));
  }

  /** A broadcast that is not complete. */
  private record HubTarget(Hub hub, Broadcast broadcast) implements Target {
    @Override
    public String channel() {
      return broadcast.channel();
    }

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
      Objects.requireNonNull(event, "event is null; data(…) sends an event without a name");
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
  public String position() {
    return hub.position().toString();
  }

  @Override
  public int connectionCount() {
    return hub.connectionCount();
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
    Optional<Connection> found = hub.find(client);
    found.ifPresent(Connection::close);
    return found.isPresent();
  }

  @Override
  public int disconnectUser(String name) {
    return hub.withdrawals().disconnectUser(Objects.requireNonNull(name, "name"));
  }

  @Override
  public int revoke(String user, String channel) {
    return hub.withdrawals().revoke(user, channel);
  }

  @Override
  public SseBroadcaster broadcaster(String channel) {
    return new ChannelBroadcaster(hub, channel, claims, sinks);
  }

  @Override
  public String connect(SseEventSink sink, Collection<String> channels) {
    return connect(sink, channels, Optional.empty());
  }

  @Override
  public String connect(SseEventSink sink, Collection<String> channels, String lastEventId) {
    return connect(
        sink,
        channels,
        Optional.ofNullable(lastEventId).filter(id -> !id.isEmpty()).map(Position::parse));
  }

  private String connect(SseEventSink sink, Collection<String> channels, Optional<Position> at) {
    List<Grant> grants = channels.stream().map(this::grant).toList();
    StreamRequest request =
        new StreamRequest(
            sinks.user(), Source.APPLICATION, EventFormat.ENVELOPE, at, true, grants, List.of());
    claims.claim(Objects.requireNonNull(sink, "sink"), "Channels.connect");
    try {
      return sinks.attach(new ClaimedSink(sink, claims), request).client();
    } catch (RuntimeException e) {
      claims.release(sink);
      throw e;
    }
  }

  private Grant grant(String channel) {
    return new Grant(channel, hub.spec(channel).options(), Optional.empty());
  }
}
