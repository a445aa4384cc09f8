package org.heliograph.internal.cdi;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.ws.rs.sse.SseBroadcaster;
import jakarta.ws.rs.sse.SseEventSink;
import java.io.Serializable;
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

/**
 * The channels, as applications inject them: the object itself, not a client proxy, since those of
 * Payara fail on a thread that has no context class loader.
 */
@ApplicationScoped
@Typed(ChannelsBean.class)
public class ChannelsBean implements Channels, Serializable {
  private static final long serialVersionUID = 1L;

  private final transient SinkClaims claims = new SinkClaims();
  private final transient ChannelBroadcaster.Attacher sinks = new CallersSinks();

  // set once, when this bean is made
  private transient Late<Hub> hub;
  private transient Late<Caller> caller;

  @Inject
  void find(BeanManager manager) {
    hub = new Late<>(manager, Hub.class);
    caller = new Late<>(manager, Caller.class);
  }

  @Produces
  Channels channels() {
    return this;
  }

  private Object writeReplace() {
    return new StoredReference(Channels.class);
  }

  /** Makes sinks streams of whoever has sent the request. */
  private final class CallersSinks implements ChannelBroadcaster.Attacher {
    @Override
    public Optional<String> user() {
      return caller.get().name();
    }

    @Override
    public Connection attach(SseEventSink sink, StreamRequest request) {
      try (Inquiry inquiry =
          hub.get().withdrawals().begin(request.user(), caller.get().session())) {
        caller.get().preparePromptness();
        StreamRequest bound = request.inquiredBy(inquiry).validFor(caller.get().validFor());
        Connection connection = SinkWire.attach(hub.get(), sink, bound);
        hub.get().withdrawals().settle(connection, inquiry, true);
        return connection;
      }
    }
  }

  @Override
  public Target to(String channel) {
    return new HubTarget(hub.get(), Broadcast.to(channel));
  }

  @Override
  public Target to(String... channels) {
    return new HubTarget(hub.get(), Broadcast.to(channels));
  }

  @Override
  public Target toOthers(String... channels) {
    return new HubTarget(hub.get(), caller.get().withoutSender(Broadcast.to(channels)));
  }

  /** A broadcast that is not complete. */
  private record HubTarget(Hub hub, Broadcast broadcast) implements Target {
    @Override
    public String channel() {
      return broadcast.channel();
    }

    @Override
    public List<String> channels() {
      return broadcast.channels();
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
    return hub.get().position().toString();
  }

  @Override
  public int connectionCount() {
    return hub.get().connectionCount();
  }

  @Override
  public int subscriberCount(String channel) {
    return hub.get().subscriberCount(channel);
  }

  @Override
  public Set<String> activeChannels() {
    return hub.get().inspection().activeChannels();
  }

  @Override
  public boolean disconnect(String client) {
    Optional<Connection> found = hub.get().find(client);
    found.ifPresent(Connection::close);
    return found.isPresent() || hub.get().elsewhere().disconnect(client);
  }

  @Override
  public int disconnectUser(String name) {
    int here = hub.get().withdrawals().disconnectUser(Objects.requireNonNull(name, "name"));
    return here + hub.get().elsewhere().disconnectUser(name);
  }

  @Override
  public int revoke(String user, String channel) {
    int here = hub.get().withdrawals().revoke(user, channel);
    return here + hub.get().elsewhere().revoke(user, channel);
  }

  @Override
  public SseBroadcaster broadcaster(String channel) {
    return new ChannelBroadcaster(hub.get(), channel, claims, sinks);
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
    return new Grant(channel, hub.get().spec(channel).options(), Optional.empty());
  }
}
